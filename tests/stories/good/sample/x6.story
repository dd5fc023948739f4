# Mobilised, past the age limit, in the zone: a raport nobody takes and a loop of two spoken answers.
-- case src/raport/sample/x6.toml --
-- on 2024-07-01 --
Дело x6: где оно стоит на 01.07.2024
====================================
Вымышленное дело: такого человека нет. Оно показывает, что запись должна уметь
сказать: рапорт, который не берут, и круг «обратитесь к другому», в котором нет
ни одной бумаги.

! Дата окончания в контракте сама по себе службу не прекращает (указ 647, п. 4).
  Вы военнослужащий, пока нет приказа об исключении из списков части.

Что опасно
----------
  ! Отсутствие. Безопасного срока отсутствия не существует. Уголовное дело
    возможно и после нескольких часов, если следствие решит, что вы хотели
    уклониться от службы. Не уходите и не опаздывайте, рассчитывая на „два дня“
    или „десять дней“. Если вы уже не в части — не пишите об этом сюда и никому
    другому, сначала поговорите с адвокатом
    Потому что: п. 2 ст. 28.5 76-ФЗ [по памяти]; ст. 338 УК (в редакции с
    24.09.2022) [текст прочитан].
  ! Он в зоне боевых действий. Оттуда на бумагу отвечали отправкой в штурм или
    уголовным делом; как часто, мы не знаем. Сначала связь и условленный
    человек. От его имени ничего не подавать, пока он сам не решил; о жалобе
    родных часть тоже узнаёт.
  ! Отказ от приказа. Отказ от приказа, тем более участвовать в боевых
    действиях, — ст. 332 УК. Ни устно, ни на бумаге: сначала адвокат. Потому
    что: где он: в зоне боевых действий; ст. 332 УК (в редакции с 24.09.2022)
    [текст прочитан].
  ! Его телефон читают. На этот телефон ничего не посылать: ни текста рапорта,
    ни вопросов, ни имени адвоката. Говорить через условленного человека.
  ! Возможно: истекает срок для суда (f2, f3). Срок для суда близок к концу по
    самому строгому счёту. Нужно решение человека и адвоката; жалоба начальнику
    или прокурору этот срок не останавливает. Потому что: e3 ответ (велено
    обратиться в другое место, устный); e5 ответ (велено обратиться в другое
    место, устный); ч. 1 ст. 219 КАС [текст прочитан].
  ! Дата задним числом. Подаёт заново — ставит день подписи, а не прежний:
    бумага с чужой датой — фальсификация доказательства (ч. 1 ст. 303 УК). О
    первой подаче в новой бумаге сказать словами. Потому что: e1 принять
    отказались; e8 принять отказались; ч. 1 ст. 303 УК [текст прочитан].
  ! «обратитесь к другому». Отсылают к другому, а сами не пересылают. Переслать
    — дело того, кто получил, срок семь дней: просить письменный ответ у
    каждого, сказанное вслух записать. Три месяца для суда могут уже идти.
    Потому что: e4 велено обратиться в другое место; e6 велено обратиться в
    другое место; ч. 3 ст. 8 59-ФЗ, ст. 116 Дисциплинарного устава (пересылка)
    [по памяти].
  ! Нет адвокатской тайны. Этот материал не защищён адвокатской тайной:
    волонтёра можно допросить, его устройство — осмотреть. Потому что: ч. 3 ст.
    56, ст. 450.1 УПК; ст. 8 63-ФЗ [из вторых рук].
  ! Мобилизованный служит как контрактник. Мобилизованные имеют статус служащих
    по контракту, но без срока в нём (указ 647, п. 2); предел возраста для них
    спорен. Исходить из худшего. Потому что: служба: мобилизованный; п. 2 указа
    647, п. 4 указа 647 [из вторых рук].

Есть ли и эти опасности, по записи не видно, надо спросить: контракт продлён
указом.

Что есть в записи
-----------------
  №      Когда         Что                                      Чем доказано
  -----  ------------  ---------------------------------------  --------------
  e0     01.04.2024 –  подан (попытка), f1                      только слова
         31.05.2024
  e1     01.04.2024 –  принять отказались, f1                   только слова
         31.05.2024
  e3     01.04.2024 –  ответ (велено обратиться в другое        только слова
         30.06.2024    место, устный), f2
  e4     01.04.2024 –  велено обратиться в другое место, f2     только слова
         30.06.2024
  e7     01.04.2024 –  подан (попытка), f3                      только слова
         30.06.2024
  e8     01.04.2024 –  принять отказались, f3                   только слова
         30.06.2024
  e5     01.04.2024 –  ответ (велено обратиться в другое        только слова
         30.06.2024    место, устный), f3
  e6     01.04.2024 –  велено обратиться в другое место, f3     только слова
         30.06.2024
  e2     02.04.2024 –  отправлен, f2                            документ
         03.06.2024

f1. рапорт: увольнение со службы, основание: предельный возраст (пп. «а» п. 1
ст. 51) → командир части
-----------------------------------------------------------------------------
Последнее, что известно: принять отказались (между 01.04.2024 и 31.05.2024).
Основание «предельный возраст (пп. «а» п. 1 ст. 51)»: на день подачи — спорно;
сегодня — спорно. Потому что: п. 5 указа 647 [из вторых рук].

Что нарушено:
  - Принять отказались. Принять и рассмотреть обращение обязаны; отказ принять
    его — препятствие подаче. Потому что: e1 принять отказались; ст. 9 59-ФЗ [из
    вторых рук]; ст. 111–113 Дисциплинарного устава [по памяти]. Доказательство:
    только слова; для иска этого мало.

f2. рапорт: увольнение со службы, основание: предельный возраст (пп. «а» п. 1
ст. 51) → командир части
-----------------------------------------------------------------------------
Последнее, что известно, вероятно: ответ (между 01.04.2024 и 30.06.2024);
порядок или сами события не точны.
Основание «предельный возраст (пп. «а» п. 1 ст. 51)»: на день подачи — спорно;
сегодня — спорно. Потому что: e2 отправлен; п. 5 указа 647 [из вторых рук].

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. обжаловать отказ в     01.04.2024 –  01.07.2024 –          наш срок идёт
  суде (по e3)              30.06.2024    30.09.2024

Почему:
  1. e3 ответ (велено обратиться в другое место, устный); ч. 1 ст. 219 КАС
     [текст прочитан]. Счёт спорен. Доказательство: только слова.

Начала в записи не видно, считать не от чего: ответ по Дисциплинарному уставу;
ответ по существу (59-ФЗ) (ст. 117 Дисциплинарного устава, ч. 1 ст. 12 59-ФЗ [по
памяти]).

Что нарушено:
  - Ответ не по существу. О том, что просили, не решили: сослались на другого,
    на прежний ответ или на срок контракта. Что ссылка на срок — не ответ, —
    наше чтение. Потому что: e3 ответ (велено обратиться в другое место,
    устный); ч. 1 ст. 10 59-ФЗ [по выдержке]; ст. 5 59-ФЗ [по памяти].
    Доказательство: только слова; для иска этого мало.
  - Ответили только устно. Устный ответ не заменяет письменного: срок ответа
    идёт дальше. Потому что: e3 ответ (велено обратиться в другое место,
    устный); ст. 5 59-ФЗ [по памяти]; ч. 1 ст. 10 59-ФЗ [по выдержке].
    Доказательство: только слова; для иска этого мало.
  - Не рассмотрено внимательно. Велели идти в другое место по кругу: ни один не
    рассмотрел. Потому что: e4 велено обратиться в другое место; ст. 107
    Дисциплинарного устава [по памяти]; ч. 1 ст. 10 59-ФЗ [по выдержке].
    Доказательство: только слова; для иска этого мало.

Было ли и это, по записи не видно, надо спросить: ответ искажает указ.

f3. обращение (заявление): увольнение со службы, основание: предельный возраст
(пп. «а» п. 1 ст. 51) → военный комиссариат
------------------------------------------------------------------------------
Последнее, что известно, вероятно: ответ (между 01.04.2024 и 30.06.2024);
порядок или сами события не точны.
Основание «предельный возраст (пп. «а» п. 1 ст. 51)»: на день подачи — спорно;
сегодня — спорно. Потому что: п. 5 указа 647 [из вторых рук].

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. обжаловать отказ в     01.04.2024 –  01.07.2024 –          наш срок идёт
  суде (по e5)              30.06.2024    30.09.2024

Почему:
  1. e5 ответ (велено обратиться в другое место, устный); ч. 1 ст. 219 КАС
     [текст прочитан]. Счёт спорен. Доказательство: только слова.

Что нарушено:
  - Принять отказались. Принять и рассмотреть обращение обязаны; отказ принять
    его — препятствие подаче. Потому что: e8 принять отказались; ст. 9 59-ФЗ [из
    вторых рук]; ст. 111–113 Дисциплинарного устава [по памяти]. Доказательство:
    только слова; для иска этого мало.
  - Ответ не по существу. О том, что просили, не решили: сослались на другого,
    на прежний ответ или на срок контракта. Что ссылка на срок — не ответ, —
    наше чтение. Потому что: e5 ответ (велено обратиться в другое место,
    устный); ч. 1 ст. 10 59-ФЗ [по выдержке]; ст. 5 59-ФЗ [по памяти].
    Доказательство: только слова; для иска этого мало.
  - Ответили только устно. Устный ответ не заменяет письменного: срок ответа
    идёт дальше. Потому что: e5 ответ (велено обратиться в другое место,
    устный); ст. 5 59-ФЗ [по памяти]; ч. 1 ст. 10 59-ФЗ [по выдержке].
    Доказательство: только слова; для иска этого мало.
  - Не рассмотрено внимательно. Велели идти в другое место по кругу: ни один не
    рассмотрел. Потому что: e6 велено обратиться в другое место; ст. 107
    Дисциплинарного устава [по памяти]; ч. 1 ст. 10 59-ФЗ [по выдержке].
    Доказательство: только слова; для иска этого мало.

Было ли и это, по записи не видно, надо спросить: ответ искажает указ.

Что можно сделать
-----------------
Это возможные шаги, а не следующий шаг: следующим станет тот, который он сам
выберет, зная, чем шаг грозит. «>» — с чего начать разговор.

> Сейчас ничего не подавать, хранить доказательства
    Пока ничего не подавать, если неясно, где он и кто читает его телефон, если
    он в зоне или его удерживают, или если ждать почти ничего не стоит. Сложить
    у человека вне части: копии бумаг, конверты и квитанции, даты и точные
    слова; снять копии с контракта. Условиться, как и когда он даёт знать о
    себе.
    Кто может: сам заявитель, родственник, адвокат. Кто узнает: никто. Если
    подождать: Что теряется: сроки, которые уже идут; они показаны отдельно.
    Если ни один не кончается скоро, ждать обычно дешевле, чем раскрыться.
    Потому что: ст. 33, 37, 46 Конституции, ч. 1 ст. 219 КАС [текст прочитан].

- Административный иск об отказе (f2, f3)
    Иск об оспаривании отказа: чей, когда, номер, каким основанием объяснён,
    когда и как он узнал. Что именно оспаривается, решает, какой суд. Устный
    отказ не ответ, но срок для нас может начать. Часть узнаёт из копии иска.
    Кто может: сам заявитель, адвокат, представитель. Кому: гарнизонный военный
    суд, районный суд. Последний день: не раньше 01.07.2024, считать с этого
    (f2, f3). Кто узнает: часть, округ, суд и все, кто читает его сайт. Чем
    отвечают на практике: [1], [2]. Если подождать: Три месяца со дня, когда он
    узнал; пропуск восстанавливают только по уважительной причине.
    Потому что: e3 ответ (велено обратиться в другое место, устный); e5 ответ
    (велено обратиться в другое место, устный); ст. 218 КАС, ч. 1 ст. 219 КАС,
    ст. 220 КАС, ч. 2 ст. 221 КАС, ч. 11–12 ст. 226, ст. 62 КАС, ч. 1 ст. 55
    КАС, ст. 57 КАС, ст. 103–107 КАС, ч. 7 ст. 125, ст. 126 КАС, ст. 22, 24 КАС
    [текст прочитан]; ст. 333.19, 333.36 НК (в редакции с 2015), ст. 18 КАС;
    1-ФКЗ от 23.06.1999 [по памяти]; п. 1 ч. 1 ст. 7 1-ФКЗ от 23.06.1999 [по
    выдержке]; пленум Верховного Суда от 28.06.2022 № 21 [из вторых рук].

- Условиться о связи и собрать бумаги
    Условиться о человеке, словах и времени связи, о том, что делать, если он
    замолчит, и кто тогда решает. Собрать копии контракта, приказов, рапортов,
    документов о причинах (здоровье, семья). Держать их вне части.
    Кто может: сам заявитель, родственник, адвокат. Кто узнает: родные. Если
    подождать: Без бумаг и условленного человека любой следующий шаг делают
    вслепую.
    Потому что: ст. 33, 37, 46 Конституции, ст. 59, 70, 76 КАС [текст прочитан];
    ст. 38, 35 53-ФЗ; п. 3 «г» ст. 38 [по памяти].

- Рапорт об увольнении: два одинаковых, с отметкой (f1)
    Два одинаковых экземпляра от руки, коротко: просьба, основание, причины,
    приложения. В шапке оба слова: «Рапорт (обращение в порядке главы 6
    Дисциплинарного устава и 59-ФЗ)». На втором экземпляре отметка: входящий
    номер, день, подпись, фамилия. Командир узнаёт сразу. Подаёт только он сам и
    только решив это.
    Кто может: сам заявитель. Кому: командир части. Кто узнает: часть. Чем
    отвечают на практике: [1], [3]. Если подождать: Срок ответа не идёт, пока
    рапорт не подан с доказательством.
    Потому что: ч. 3 ст. 106 Дисциплинарного устава, ст. 106 Дисциплинарного
    устава [по выдержке]; ст. 7 59-ФЗ, ст. 9 59-ФЗ [из вторых рук]; ст. 34
    Положения (указ 1237), ст. 20–21 Устава внутренней службы [по памяти];
    пленум Верховного Суда от 29.05.2014 № 8 [текст прочитан].

- Отправить ещё раз ценным письмом с описью (f1, f3)
    Тот же текст ценным письмом с описью вложения и уведомлением о вручении: в
    часть и одновременно в вышестоящий штаб. Квитанцию, опись и уведомление
    хранить вне части. Если не берут и письмо — акт отказа с двумя свидетелями.
    Часть узнаёт, когда письмо вручено. Иск на «своих словах» не строят.
    Кто может: сам заявитель, родственник, адвокат. Кому: командир части,
    военный комиссариат. Кто узнает: часть. Если подождать: Пока подача не
    доказана, ни один срок ответа не докажешь; каждая неделя отодвигает начало.
    Потому что: e1 принять отказались; e8 принять отказались; ч. 2 ст. 8 59-ФЗ,
    ст. 116 Дисциплинарного устава (регистрация) [по памяти]; ст. 9 59-ФЗ [из
    вторых рук]; ст. 59, 70, 76 КАС, ч. 7 ст. 125, ст. 126 КАС [текст прочитан].

- Акт об отказе принять рапорт (f1, f3)
    В тот же день записать: когда, кому, какими словами отказано, кто видел;
    двое свидетелей подписывают. Свидетели узнают о рапорте и рискуют сами:
    спросить каждого.
    Кто может: сам заявитель. Кто узнает: часть. Если подождать: Слова
    забываются, свидетелей переводят.
    Потому что: e1 принять отказались; e8 принять отказались; ст. 9 59-ФЗ [из
    вторых рук]; ст. 59, 70, 76 КАС [текст прочитан]; ст. 111–113
    Дисциплинарного устава [по памяти].

- Просьба о входящем номере и выписке из журнала (f2)
    Письменно попросить номер и дату регистрации и выписку из книги учёта
    (номер, день, содержание, кому поручено, срок, ответ). Собственная книга
    части становится доказательством; пропущенный или повторный номер — тоже.
    Часть узнаёт сразу.
    Кто может: сам заявитель, родственник, адвокат. Кому: командир части. Кто
    узнает: часть. Если подождать: Без номера срок считают от предполагаемой
    регистрации, а это спорно.
    Потому что: e2 отправлен; приложение к Дисциплинарному уставу «Книга учёта»
    [по выдержке]; Инструкция по делопроизводству (приказ МО от 04.04.2017 №
    170), ч. 2 ст. 8 59-ФЗ, ст. 5 59-ФЗ, ст. 116 Дисциплинарного устава
    (регистрация) [по памяти].

- Напоминание (f2, f3)
    Напомнить о рапорте или обращении: когда и как подано, входящий номер,
    просьба дать письменный ответ по существу. Устный отказ ответом не
    считается: попросить его письменно. Часть узнаёт сразу; тон ровный.
    Кто может: сам заявитель, родственник, адвокат. Кому: командир части,
    военный комиссариат. Кто узнает: часть. Если подождать: Немного: напоминание
    не сохраняет срок для суда и не двигает его.
    Потому что: e3 ответ (велено обратиться в другое место, устный); e5 ответ
    (велено обратиться в другое место, устный); ч. 1 ст. 12 59-ФЗ, ч. 2 ст. 12
    59-ФЗ, ст. 5 59-ФЗ, ст. 117 Дисциплинарного устава, ст. 107 Дисциплинарного
    устава [по памяти]; ч. 1 ст. 10 59-ФЗ, ч. 3 ст. 11 59-ФЗ, приказ Министра
    обороны от 18.08.2014 № 555 [по выдержке].

- Жалоба вышестоящему командиру (f1, f2)
    Жалоба непосредственному начальнику того, на кого жалуются: факты, даты,
    номера; просьба не направлять её обжалуемому лицу (ч. 6 ст. 8 59-ФЗ, слова
    по памяти). Личная, не коллективная, не в строю. Часть узнаёт, как только
    запросят объяснения. Не обязательна перед судом.
    Кто может: сам заявитель, адвокат, представитель. Кому: командир бригады,
    дивизии. Кто узнает: тот, на кого жалуются, часть, округ. Чем отвечают на
    практике: [1], [4], [3], [2]. Если подождать: Поздний или неполученный ответ
    начальника может стать уважительной причиной для суда; сам срок суда он не
    останавливает.
    Потому что: e1 принять отказались; e3 ответ (велено обратиться в другое
    место, устный); ст. 107–108 Дисциплинарного устава, ст. 111–113
    Дисциплинарного устава, ч. 6 ст. 8 59-ФЗ, приложение 6 к Уставу внутренней
    службы, ст. 20–21 Устава внутренней службы, ст. 21 76-ФЗ [по памяти]; ст.
    106 Дисциплинарного устава [по выдержке]; ст. 6 59-ФЗ [текст прочитан]; ст.
    15 59-ФЗ [из вторых рук].

- Жалоба военному прокурору гарнизона
    Факты, даты, номера, что просим проверить; просьба не передавать жалобу
    тому, на кого она подана. Может писать и родственник от своего имени, в том
    числе почтой и телеграммой. Часть узнаёт, когда прокурор запросит
    объяснения, обычно скоро; прокурор часто направляет вниз.
    Кто может: сам заявитель, родственник, адвокат. Кому: военный прокурор
    гарнизона. Кто узнает: прокуратура, часть: прокурор пересылает вниз. Чем
    отвечают на практике: [1], [4], [5], [2]. Если подождать: Прокурор не
    останавливает срок для суда.
    Потому что: e1 принять отказались; e8 принять отказались; ст. 10 закона
    2202-1, п. 5.1 приказа ГП № 45, п. 5.1 приказа ГП № 45 (15 дней), п. 5
    приказа ГП № 45 (продление), приказ ГП № 45 (возврат) [из вторых рук]; п. 5
    ст. 10 закона 2202-1, приказ ГП № 45 (пересылка) [по памяти]; акт Главной
    военной прокуратуры, п. 1.1–1.2, инструкция военной прокуратуры от
    09.04.2003 [по выдержке].

- Административный иск о бездействии (f1, f3)
    Иск о том, что рапорт или жалоба не рассмотрены: когда и как подано
    (документы, не слова), чего не сделали, какие права задеты, жаловался ли
    начальнику. Обязанность доказать порядок и основания лежит на органе (ч. 11
    ст. 226). Представитель — адвокат или юрист с дипломом. Доверенность может
    заверить часть; если не заверит — нотариус или устно в суде. Пошлина или
    просьба отсрочить. Часть узнаёт из копии иска.
    Кто может: сам заявитель, адвокат, представитель. Кому: гарнизонный военный
    суд, районный суд. Кто узнает: часть, округ, суд и все, кто читает его сайт.
    Чем отвечают на практике: [1], [2]. Если подождать: Ведёт ранний конец:
    конец срока ответа и три месяца; более мягкое чтение спорно.
    Потому что: e1 принять отказались; e8 принять отказались; ст. 218 КАС, ч. 1
    ст. 219 КАС, ст. 220 КАС, ч. 2 ст. 221 КАС, ч. 11–12 ст. 226, ст. 62 КАС, ч.
    1 ст. 55 КАС, ст. 57 КАС, ст. 103–107 КАС, ч. 7 ст. 125, ст. 126 КАС, ст.
    22, 24 КАС [текст прочитан]; ч. 1 и 1.1 ст. 219 КАС (в редакции с
    01.10.2019), ст. 333.19, 333.36 НК (в редакции с 2015), ст. 18 КАС; 1-ФКЗ от
    23.06.1999 [по памяти]; п. 1 ч. 1 ст. 7 1-ФКЗ от 23.06.1999 [по выдержке].

- Обращение к уполномоченному
    Письмо уполномоченному по правам человека с копиями бумаг. Его обычно
    направляют вниз; часть узнаёт, когда спросят. Его ответ не запускает и не
    хранит срок для суда.
    Кто может: сам заявитель, родственник, адвокат. Кому: уполномоченный по
    правам человека. Кто узнает: часть. Чем отвечают на практике: [1], [5], [2].
    Если подождать: Немного.
    Потому что: e1 принять отказались; e8 принять отказались; ст. 33, 37, 46
    Конституции [текст прочитан].

Чем на это отвечают на практике:
  [1] В зоне боевых действий на жалобу отвечали отправкой в штурмовое
      подразделение или уголовным делом; на сайтах советов есть раздел о том,
      что командир грозит штурмом за рапорт. Как часто это делают, мы не знаем.
      (из вторых рук)
  [2] Ни одного надёжного числа о том, как часто за жалобой следует наказание,
      нет. Те, кто писал нам, — не все военнослужащие. (по памяти)
  [3] Вместо ответа собирали дисциплинарное дело: грубые проступки, потом
      увольнение по пп. «в» п. 2 ст. 51. (из вторых рук)
  [4] После жалобы наверх вызывали и спрашивали: «Зачем писал?». Преследовать за
      обращение запрещено (ст. 6 59-ФЗ); вызов стоит записать в тот же день. (из
      вторых рук)
  [5] Если родные сами служат, учатся в военном вузе или работают в части, нажим
      шёл через них. Спросите об этом до жалобы. (из вторых рук)

Что спросить, начиная с самого важного
--------------------------------------
  1. Где он сейчас и кто читает его телефон? (При каждом разговоре.)
      - Если он в зоне, удерживается или это неизвестно, от его имени не подают
        ничего, чего он не решил сам; если телефон читают, ему ничего не пишут.
  2. f2, f3: Какими точно словами отказали вслух, кто говорил и кто слышал?
      - Сказанное вслух срока органа не останавливает, но наш срок мог начаться;
        без слов и свидетелей его не докажешь.
  3. f2, f3: Когда и как он узнал об отказе или бездействии?
      - С этого дня идут три месяца для суда.
  4. Есть ли копия контракта и приказа? Кто и когда подписал, что в нём о сроке?
      - Без копии неизвестно, что оспаривать и какой срок в нём.
  5. Служит ли он там, где в бумагах бывает тайна? (Саму тайну не называть.)
      - Такие бумаги закрываются; с 2021 года перечень ФСБ делает опасным и сам
        сбор сведений.
  6. Какой шаг он выбрал, зная, кто узнает и чем на это отвечают?
      - Пока нет его решения, шаг не предлагают как следующий.
  7. e3 ответ (велено обратиться в другое место, устный), между 01.04.2024 и
     30.06.2024: На что сослались?
      - Решит: ответ искажает указ (f2); контракт продлён указом.
  8. e5 ответ (велено обратиться в другое место, устный), между 01.04.2024 и
     30.06.2024: На что сослались?
      - Решит: ответ искажает указ (f3); контракт продлён указом.
  9. Кто может решать и говорить за него, если связи не будет?
      - Без этого при молчании можно только то, что согласовано заранее.
  10. Когда это было точнее: e3 ответ (велено обратиться в другое место,
      устный), между 01.04.2024 и 30.06.2024?
      - Решит: истекает срок для суда (f2).
  11. Когда это было точнее: e5 ответ (велено обратиться в другое место,
      устный), между 01.04.2024 и 30.06.2024?
      - Решит: истекает срок для суда (f3).
  12. Служит ли кто-нибудь из родных, учится ли в военном вузе, знают ли они о
      рапорте?
      - Через родных давят: риск их, решают они.
  13. f1, f2, f3: Сколько ему лет, какое звание и когда он мобилизован или
      заключил контракт?
      - Предел возраста менялся в 2023 году и для мобилизованных спорен.
  14. f2: Какой входящий номер и день регистрации? Чем доказано, что бумага
      дошла?
      - Решит: ответ по существу (59-ФЗ) (f2).
      - Решит: ответ по Дисциплинарному уставу (f2).

Как бывает на деле (практика, не право)
---------------------------------------
  - Отвечают, что рапорт — служебный документ, а не обращение, и срока ответа
    нет. Ст. 106 Дисциплинарного устава сама называет рапорт формой письменного
    обращения; её и стоит назвать в бумаге. (minjust-irk.ru (гл. 6
    Дисциплинарного устава); по выдержке)
  - Суд отказал мобилизованному пятидесяти лет: предел возраста сочли иным.
    (Коммерсантъ; из вторых рук)
  - Призыв объявлен законченным на словах в 2022 году; указа об окончании
    мобилизации не нашли. Отсутствие находки — слабое доказательство: проверьте
    перед каждым письмом. (newprospect.ru; sib.fm, 11.12.2025; из вторых рук)
  - Военные прокуроры принимают жалобы семьи, в том числе по почте и телеграфом
    (инструкция 2003 года; приказ 45, п. 5.1). (bazanpa.ru; voenset.ru; по
    выдержке)
  - Непосредственный командир не берёт рапорт или рвёт его. (по памяти,
    источника нет)
  - «Обратитесь к другому»: часть отсылает в комиссариат, комиссариат — в часть,
    бумаги нет ни у кого. (по памяти, источника нет)
  - Военный юридический журнал писал, что нарушение сроков, «утеря» рапортов и
    отсутствие мотивированного решения — частые явления. (Трощенко, «Рапорт или
    заявление», Право в Вооружённых Силах, 2008 № 9; текст прочитан)

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
В скобках — насколько известен текст нормы: текст прочитан; по выдержке; из
вторых рук; по памяти (проверить до использования). * — расчётный день.

-- on 2024-07-01 in en --
Case x6: where it stands on 1 Jul 2024
======================================
An invented case: there is no such man. It shows what the record must be able to
say: a raport that is not taken, and a loop of “apply to the other” without a
single paper.

! The end date in the contract does not by itself end the service (decree 647,
  p. 4). You are a serviceman until there is an order that strikes you off the
  lists of the unit.

What is dangerous
-----------------
  ! Absence. There is no safe length of absence. A criminal case is possible
    even after a few hours if the investigators decide that you wanted to evade
    service. Do not leave and do not be late in reliance on “two days” or “ten
    days”. If you are already not in the unit, do not write of it here or to
    anybody else: speak to an advocate first
    Because: art. 28.5(2) of 76-FZ [from memory]; art. 338 of the Criminal Code
    (as in force from 24 Sep 2022) [text read].
  ! He is in the zone of hostilities. From there a paper has been answered by an
    assault unit or a criminal case; how often we do not know. First contact and
    the agreed person. Nothing is filed in his name until he himself has decided
    it; of a complaint by the family the unit learns too.
  ! Refusing an order. To refuse an order, the more so to take part in
    hostilities, is art. 332 of the Criminal Code. Neither by word nor on paper:
    an advocate first. Because: where he is: in the zone of hostilities; art.
    332 of the Criminal Code (as in force from 24 Sep 2022) [text read].
  ! His phone is read. Send nothing to this phone: no text of a raport, no
    questions, no name of an advocate. Speak through the agreed person.
  ! Possibly: the term for a court runs out (f2, f3). The term for a court nears
    its end on the strictest count. The man's decision and an advocate are
    needed; a complaint to the superior or the prosecutor does not stop it.
    Because: e3 answer (told to apply elsewhere, oral); e5 answer (told to apply
    elsewhere, oral); art. 219(1) of the KAS [text read].
  ! A back-dated paper. Where he files again he writes the day of signature, not
    the former day: a paper with a false date is falsified evidence (art. 303(1)
    of the Criminal Code). The new paper tells of the first filing in words.
    Because: e1 not taken; e8 not taken; art. 303(1) of the Criminal Code [text
    read].
  ! “apply to the other”. He is sent to another and nothing is forwarded.
    Forwarding is for the one who received it, the term is seven days: ask each
    for a written answer, note what was said aloud. The three months for a court
    may already run. Because: e4 told to apply elsewhere; e6 told to apply
    elsewhere; art. 8(3) of 59-FZ, art. 116 of the Disciplinary Charter
    (forwarding) [from memory].
  ! No privilege. This material is not protected by privilege: a volunteer may
    be questioned, his device searched. Because: arts. 56(3), 450.1 of the Code
    of Criminal Procedure; art. 8 of 63-FZ [second hand].
  ! A mobilised man serves like a contract man. The mobilised have the status of
    contract servicemen, without a term (decree 647, p. 2); the age limit is
    disputed for them. Reckon with the worse. Because: service: mobilised; point
    2 of decree 647, point 4 of decree 647 [second hand].

Whether these dangers too are there the record does not show; ask: the contract
runs on by decree.

What the record holds
---------------------
  No.    When          What                                     Proof
  -----  ------------  ---------------------------------------  --------------
  e0     2024-04-01 –  filed (attempted), f1                    word only
         2024-05-31
  e1     2024-04-01 –  not taken, f1                            word only
         2024-05-31
  e3     2024-04-01 –  answer (told to apply elsewhere, oral),  word only
         2024-06-30    f2
  e4     2024-04-01 –  told to apply elsewhere, f2              word only
         2024-06-30
  e7     2024-04-01 –  filed (attempted), f3                    word only
         2024-06-30
  e8     2024-04-01 –  not taken, f3                            word only
         2024-06-30
  e5     2024-04-01 –  answer (told to apply elsewhere, oral),  word only
         2024-06-30    f3
  e6     2024-04-01 –  told to apply elsewhere, f3              word only
         2024-06-30
  e2     2024-04-02 –  sent, f2                                 documented
         2024-06-03

f1. raport: discharge from service, ground: age limit (art. 51(1)(a)) → unit
commander
----------------------------------------------------------------------------
The last that is known: not taken (between 1 Apr 2024 and 31 May 2024).
Ground "age limit (art. 51(1)(a))": on the day of filing contested; today
contested. Because: point 5 of decree 647 [second hand].

What was done against the law:
  - Not taken. An appeal must be taken and considered; refusing it hinders its
    filing. Because: e1 not taken; art. 9 of 59-FZ [second hand]; arts. 111-113
    of the Disciplinary Charter [from memory]. Proof: word only; not enough for
    a claim.

f2. raport: discharge from service, ground: age limit (art. 51(1)(a)) → unit
commander
----------------------------------------------------------------------------
The last that is known, probably: answer (between 1 Apr 2024 and 30 Jun 2024);
the order or the events themselves are not certain.
Ground "age limit (art. 51(1)(a))": on the day of filing contested; today
contested. Because: e2 sent; point 5 of decree 647 [second hand].

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. challenge the refusal  2024-04-01 –  2024-07-01 –          our term runs
  in court (by e3)          2024-06-30    2024-09-30

Why:
  1. e3 answer (told to apply elsewhere, oral); art. 219(1) of the KAS [text
     read]. The count is contested. Proof: word only.

No start is seen in the record, there is nothing to count from: answer under the
Disciplinary Charter; answer on the substance (59-FZ) (art. 117 of the
Disciplinary Charter, art. 12(1) of 59-FZ [from memory]).

What was done against the law:
  - Answer without substance. What was asked was not decided: another, an
    earlier answer or the term of the contract was pointed to. That pointing to
    the term is no answer is our reading. Because: e3 answer (told to apply
    elsewhere, oral); art. 10(1) of 59-FZ [from an excerpt]; art. 5 of 59-FZ
    [from memory]. Proof: word only; not enough for a claim.
  - Answered orally only. A spoken answer does not replace a written one: the
    term of the answer goes on. Because: e3 answer (told to apply elsewhere,
    oral); art. 5 of 59-FZ [from memory]; art. 10(1) of 59-FZ [from an excerpt].
    Proof: word only; not enough for a claim.
  - Not considered with care. Sent round from one to another: nobody considered
    it. Because: e4 told to apply elsewhere; art. 107 of the Disciplinary
    Charter [from memory]; art. 10(1) of 59-FZ [from an excerpt]. Proof: word
    only; not enough for a claim.

The record is silent; asking may show whether there was: the answer misstates
the decree.

f3. appeal (statement): discharge from service, ground: age limit (art.
51(1)(a)) → military commissariat
-----------------------------------------------------------------------
The last that is known, probably: answer (between 1 Apr 2024 and 30 Jun 2024);
the order or the events themselves are not certain.
Ground "age limit (art. 51(1)(a))": on the day of filing contested; today
contested. Because: point 5 of decree 647 [second hand].

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. challenge the refusal  2024-04-01 –  2024-07-01 –          our term runs
  in court (by e5)          2024-06-30    2024-09-30

Why:
  1. e5 answer (told to apply elsewhere, oral); art. 219(1) of the KAS [text
     read]. The count is contested. Proof: word only.

What was done against the law:
  - Not taken. An appeal must be taken and considered; refusing it hinders its
    filing. Because: e8 not taken; art. 9 of 59-FZ [second hand]; arts. 111-113
    of the Disciplinary Charter [from memory]. Proof: word only; not enough for
    a claim.
  - Answer without substance. What was asked was not decided: another, an
    earlier answer or the term of the contract was pointed to. That pointing to
    the term is no answer is our reading. Because: e5 answer (told to apply
    elsewhere, oral); art. 10(1) of 59-FZ [from an excerpt]; art. 5 of 59-FZ
    [from memory]. Proof: word only; not enough for a claim.
  - Answered orally only. A spoken answer does not replace a written one: the
    term of the answer goes on. Because: e5 answer (told to apply elsewhere,
    oral); art. 5 of 59-FZ [from memory]; art. 10(1) of 59-FZ [from an excerpt].
    Proof: word only; not enough for a claim.
  - Not considered with care. Sent round from one to another: nobody considered
    it. Because: e6 told to apply elsewhere; art. 107 of the Disciplinary
    Charter [from memory]; art. 10(1) of 59-FZ [from an excerpt]. Proof: word
    only; not enough for a claim.

The record is silent; asking may show whether there was: the answer misstates
the decree.

What could be done
------------------
These are possible steps, not the next one: next is the one he himself chooses,
knowing what it exposes. ">" is where to begin the talk.

> Do nothing now, keep proof
    File nothing for now where it is unclear where he is and who reads his
    phone, where he is in the zone or held, or where waiting costs almost
    nothing. Keep with somebody outside the unit: copies of papers, envelopes
    and receipts, days and exact words; a copy of the contract. Agree how and
    when he gives word of himself.
    Open to: the applicant, a relative, an advocate. Who learns of it: nobody.
    If one waits: What is lost: terms that already run; they are shown apart.
    Where none ends soon, waiting usually costs less than being seen.
    Because: arts. 33, 37, 46 of the Constitution, art. 219(1) of the KAS [text
    read].

- An administrative claim against a refusal (f2, f3)
    A claim against a refusal: whose, when, its number, its ground, when and how
    he learned. What exactly is challenged decides the court. An oral refusal is
    no answer, but may start our term. The unit learns from its copy.
    Open to: the applicant, an advocate, a representative. To: garrison military
    court, district (civil) court. Last day: not before 1 Jul 2024, reckon with
    that (f2, f3). Who learns of it: the unit, the district, the court and
    whoever reads its site. What practice knows as the reaction: [1], [2]. If
    one waits: Three months from the day he learned; a missed term is restored
    only for a valid reason.
    Because: e3 answer (told to apply elsewhere, oral); e5 answer (told to apply
    elsewhere, oral); art. 218 of the KAS, art. 219(1) of the KAS, art. 220 of
    the KAS, art. 221(2) of the KAS, art. 226(11)-(12), art. 62 of the KAS, art.
    55(1) of the KAS, art. 57 of the KAS, arts. 103-107 of the KAS, arts.
    125(7), 126 of the KAS, arts. 22, 24 of the KAS [text read]; arts. 333.19,
    333.36 of the Tax Code (as in force from 2015), art. 18 of the KAS; 1-FKZ of
    23.06.1999 [from memory]; art. 7(1)(1) of 1-FKZ of 23.06.1999 [from an
    excerpt]; plenum 21 of the Supreme Court of 28.06.2022 [second hand].

- Agree on contact and gather papers
    Agree on a person, on words and a time of contact, on what is done if he
    falls silent and who then decides. Gather copies of the contract, orders,
    raports, papers of the reasons (health, family). Keep them outside the unit.
    Open to: the applicant, a relative, an advocate. Who learns of it: the
    family. If one waits: Without papers and an agreed person every later step
    is taken blind.
    Because: arts. 33, 37, 46 of the Constitution, arts. 59, 70, 76 of the KAS
    [text read]; arts. 38, 35 of 53-FZ; art. 38(3)(g) [from memory].

- A raport for discharge: two alike, with a mark (f1)
    Two alike by hand, short: request, ground, reasons, annexes. Both words at
    the head: “Raport (an appeal under chapter 6 of the Disciplinary Charter and
    59-FZ)”. On the second copy a mark: incoming number, day, signature,
    surname. The commander learns at once. Only he himself files it, and only
    having decided it.
    Open to: the applicant. To: unit commander. Who learns of it: the unit. What
    practice knows as the reaction: [1], [3]. If one waits: No term of answer
    runs until the raport is filed with proof.
    Because: art. 106 para 3 of the Disciplinary Charter, art. 106 of the
    Disciplinary Charter [from an excerpt]; art. 7 of 59-FZ, art. 9 of 59-FZ
    [second hand]; art. 34 of the Regulation (decree 1237), arts. 20-21 of the
    Internal Service Charter [from memory]; plenum 8 of the Supreme Court of
    29.05.2014 [text read].

- Send it again by valuable letter with an inventory (f1, f3)
    The same text by valuable letter with an inventory and notice of delivery:
    to the unit and at once to the headquarters above. Receipt, inventory and
    notice are kept outside the unit. Where the letter too is refused, an act of
    refusal with two witnesses. The unit learns on delivery. No claim is built
    on his own word.
    Open to: the applicant, a relative, an advocate. To: unit commander,
    military commissariat. Who learns of it: the unit. If one waits: While the
    filing is not proved no term of answer can be proved; each week moves the
    start.
    Because: e1 not taken; e8 not taken; art. 8(2) of 59-FZ, art. 116 of the
    Disciplinary Charter (registration) [from memory]; art. 9 of 59-FZ [second
    hand]; arts. 59, 70, 76 of the KAS, arts. 125(7), 126 of the KAS [text
    read].

- An act of the refusal to take the raport (f1, f3)
    The same day note when, to whom, in what words it was refused, who saw it;
    two witnesses sign. The witnesses learn of the raport and run a risk
    themselves: ask each.
    Open to: the applicant. Who learns of it: the unit. If one waits: Words are
    forgotten, witnesses are transferred.
    Because: e1 not taken; e8 not taken; art. 9 of 59-FZ [second hand]; arts.
    59, 70, 76 of the KAS [text read]; arts. 111-113 of the Disciplinary Charter
    [from memory].

- Ask for the incoming number and an extract of the register (f2)
    Ask in writing for the number and day of registration and an extract of the
    register (number, day, summary, to whom assigned, due date, answer). The
    unit's own book becomes evidence; so does a skipped or reused number. The
    unit learns at once.
    Open to: the applicant, a relative, an advocate. To: unit commander. Who
    learns of it: the unit. If one waits: Without a number the term is counted
    from a supposed registration, which is contested.
    Because: e2 sent; appendix to the Disciplinary Charter, the register of
    appeals [from an excerpt]; record-keeping instruction (order 170 of
    04.04.2017), art. 8(2) of 59-FZ, art. 5 of 59-FZ, art. 116 of the
    Disciplinary Charter (registration) [from memory].

- A reminder (f2, f3)
    Remind of the raport or appeal: when and how it was filed, its number, a
    request for a written answer on the substance. An oral refusal is no answer:
    ask for it in writing. The unit learns at once; the tone is even.
    Open to: the applicant, a relative, an advocate. To: unit commander,
    military commissariat. Who learns of it: the unit. If one waits: Little: a
    reminder neither keeps nor moves the term for a court.
    Because: e3 answer (told to apply elsewhere, oral); e5 answer (told to apply
    elsewhere, oral); art. 12(1) of 59-FZ, art. 12(2) of 59-FZ, art. 5 of 59-FZ,
    art. 117 of the Disciplinary Charter, art. 107 of the Disciplinary Charter
    [from memory]; art. 10(1) of 59-FZ, art. 11(3) of 59-FZ, order 555 of the
    Minister of Defence of 18.08.2014 [from an excerpt].

- A complaint to the superior commander (f1, f2)
    A complaint to the immediate superior of the one complained of: facts, days,
    numbers; a request not to send it to the one complained of (art. 8(6) of
    59-FZ, words from memory). Personal, not collective, not in formation. The
    unit learns as soon as it is asked to explain. Not compulsory before a
    court.
    Open to: the applicant, an advocate, a representative. To: commander of the
    brigade or division. Who learns of it: the one complained of, the unit, the
    district. What practice knows as the reaction: [1], [4], [3], [2]. If one
    waits: A late or missing answer of the superior may be a valid reason before
    a court; it does not stop the term itself.
    Because: e1 not taken; e3 answer (told to apply elsewhere, oral); arts.
    107-108 of the Disciplinary Charter, arts. 111-113 of the Disciplinary
    Charter, art. 8(6) of 59-FZ, appendix 6 to the Internal Service Charter,
    arts. 20-21 of the Internal Service Charter, art. 21 of 76-FZ [from memory];
    art. 106 of the Disciplinary Charter [from an excerpt]; art. 6 of 59-FZ
    [text read]; art. 15 of 59-FZ [second hand].

- A complaint to the military prosecutor of the garrison
    Facts, days, numbers, what is to be checked; ask that the complaint not be
    passed to the one complained of. A relative may write too, in his or her own
    name, by post or telegram as well. The unit learns when the prosecutor asks
    it to explain, usually soon; the prosecutor often sends things down.
    Open to: the applicant, a relative, an advocate. To: garrison military
    prosecutor. Who learns of it: the prosecutor, the unit: the prosecutor sends
    it down. What practice knows as the reaction: [1], [4], [5], [2]. If one
    waits: The prosecutor does not stop the term for a court.
    Because: e1 not taken; e8 not taken; art. 10 of the Prosecution Act 2202-1,
    point 5.1 of order 45, point 5.1 of order 45 (15 days), point 5 of order 45
    (extension), order 45 (return) [second hand]; art. 10(5) of the Prosecution
    Act 2202-1, order 45 (forwarding) [from memory]; act of the Main Military
    Prosecutor's Office, points 1.1-1.2, instruction of the military prosecution
    of 09.04.2003 [from an excerpt].

- An administrative claim on inaction (f1, f3)
    A claim that a raport or complaint was not considered: when and how it was
    filed (papers, not words), what was not done, which rights are hit, whether
    he complained to the superior. The authority must prove procedure and
    grounds (art. 226(11)). Represented by an advocate or a person with a law
    degree. The unit may certify the power of attorney; if it does not, a notary
    or orally in court. The fee, or a request to defer it. The unit learns from
    its copy.
    Open to: the applicant, an advocate, a representative. To: garrison military
    court, district (civil) court. Who learns of it: the unit, the district, the
    court and whoever reads its site. What practice knows as the reaction: [1],
    [2]. If one waits: The earlier end leads: the end of the term of answer and
    three months; the milder reading is contested.
    Because: e1 not taken; e8 not taken; art. 218 of the KAS, art. 219(1) of the
    KAS, art. 220 of the KAS, art. 221(2) of the KAS, art. 226(11)-(12), art. 62
    of the KAS, art. 55(1) of the KAS, art. 57 of the KAS, arts. 103-107 of the
    KAS, arts. 125(7), 126 of the KAS, arts. 22, 24 of the KAS [text read]; art.
    219(1) and (1.1) of the KAS (as in force from 1 Oct 2019), arts. 333.19,
    333.36 of the Tax Code (as in force from 2015), art. 18 of the KAS; 1-FKZ of
    23.06.1999 [from memory]; art. 7(1)(1) of 1-FKZ of 23.06.1999 [from an
    excerpt].

- An application to the ombudsman
    A letter to the ombudsman with copies. It is usually sent down; the unit
    learns when asked. It neither starts nor keeps the term for a court.
    Open to: the applicant, a relative, an advocate. To: ombudsman. Who learns
    of it: the unit. What practice knows as the reaction: [1], [5], [2]. If one
    waits: Little.
    Because: e1 not taken; e8 not taken; arts. 33, 37, 46 of the Constitution
    [text read].

What practice knows as the reaction:
  [1] In the zone of hostilities a complaint has been answered by a posting to
      an assault unit or by a criminal case; advice columns have a chapter on
      commanders who threaten an assault for a raport. How often it is done we
      do not know. (second hand)
  [2] There is no reliable figure of how often a complaint is followed by a
      reprisal. Those who wrote to us are not all servicemen. (from memory)
  [3] In place of an answer a disciplinary file was built: gross offences, then
      a discharge under art. 51(2)(v). (second hand)
  [4] After a complaint upwards men were called in and asked “why did you
      write?”. To persecute for an appeal is forbidden (art. 6 of 59-FZ); the
      summons is worth noting the same day. (second hand)
  [5] Where relatives themselves serve, study at an academy or work in the unit,
      pressure went through them. Ask of it before a complaint. (second hand)

What to ask, the most valuable first
------------------------------------
  1. Where is he now, and who reads his phone? (At every talk.)
      - If he is in the zone, held, or it is unknown, nothing is filed in his
        name that he has not decided; if the phone is read, nothing is written
        to him.
  2. f2, f3: In what exact words was it refused aloud, who spoke and who heard?
      - What was said aloud does not stop the authority's term but may have
        started ours; without words and witnesses it cannot be proved.
  3. f2, f3: When and how did he learn of the refusal or the inaction?
      - The three months for a court run from that day.
  4. Is there a copy of the contract and of the order? Who signed it and when,
     what does it say of the term?
      - Without a copy it is not known what to dispute and what its term is.
  5. Does he serve where papers may hold secrets? (The secrets themselves are
     not to be named.)
      - Such papers are closed; since 2021 the FSB list makes collecting itself
        dangerous too.
  6. Which step has he chosen, knowing who will learn of it and what has
     happened to others?
      - Without his decision no step is put as the next.
  7. e3 answer (told to apply elsewhere, oral), between 1 Apr 2024 and 30 Jun
     2024: Which ground was given?
      - Decides: the answer misstates the decree (f2); the contract runs on by
        decree.
  8. e5 answer (told to apply elsewhere, oral), between 1 Apr 2024 and 30 Jun
     2024: Which ground was given?
      - Decides: the answer misstates the decree (f3); the contract runs on by
        decree.
  9. Who may decide and speak for him if contact is lost?
      - Without it, in silence only what was agreed beforehand may be done.
  10. When was it, more exactly: e3 answer (told to apply elsewhere, oral),
      between 1 Apr 2024 and 30 Jun 2024?
      - Decides: the term for a court runs out (f2).
  11. When was it, more exactly: e5 answer (told to apply elsewhere, oral),
      between 1 Apr 2024 and 30 Jun 2024?
      - Decides: the term for a court runs out (f3).
  12. Does anybody in the family serve or study at an academy, and do they know
      of the raport?
      - Pressure comes through the family: the risk is theirs, they decide.
  13. f1, f2, f3: How old is he, what is his rank, and when was he mobilised or
      did he sign?
      - The age limit moved in 2023 and is disputed for the mobilised.
  14. f2: What are the incoming number and the day of registration? What proves
      that the paper arrived?
      - Decides: answer on the substance (59-FZ) (f2).
      - Decides: answer under the Disciplinary Charter (f2).

What is done in fact (practice, not law)
----------------------------------------
  - It is answered that a raport is a paper of the service and no appeal, and
    that no term runs. Art. 106 of the Disciplinary Charter itself names the
    raport as the form of a written appeal; the paper should cite it.
    (minjust-irk.ru (гл. 6 Дисциплинарного устава); from an excerpt)
  - A court refused a mobilised man of fifty: the age limit was held to be
    another. (Коммерсантъ; second hand)
  - The call-up was declared over in words in 2022; no decree that ends the
    mobilisation was found. Not having found it is weak evidence: check before
    every letter. (newprospect.ru; sib.fm, 11.12.2025; second hand)
  - Military prosecutors take complaints from the family, by post and telegraph
    too (an instruction of 2003; order 45, p. 5.1). (bazanpa.ru; voenset.ru;
    from an excerpt)
  - The immediate commander does not take the raport, or tears it. (from memory,
    no source)
  - “Apply to the other”: the unit sends him to the commissariat, the
    commissariat to the unit, nobody gives a paper. (from memory, no source)
  - A military law journal wrote that broken terms, the “loss” of raports and
    the lack of a reasoned decision are common. (Трощенко, «Рапорт или
    заявление», Право в Вооружённых Силах, 2008 № 9; text read)

Law: Russia: leaving military service, release 1; compared with its sources on
22 Nov 2026. No lawyer has reviewed it yet.
In brackets: how well the words of a provision are known: text read; from an
excerpt; second hand; from memory (check before use). * a deemed day.

-- on 2024-07-01 for applicant --
Дело x6: где оно стоит на 01.07.2024
====================================
Вымышленное дело: такого человека нет. Оно показывает, что запись должна уметь
сказать: рапорт, который не берут, и круг «обратитесь к другому», в котором нет
ни одной бумаги.

! Дата окончания в контракте сама по себе службу не прекращает (указ 647, п. 4).
  Вы военнослужащий, пока нет приказа об исключении из списков части.

Что опасно
----------
  ! Отсутствие. Безопасного срока отсутствия не существует. Уголовное дело
    возможно и после нескольких часов, если следствие решит, что вы хотели
    уклониться от службы. Не уходите и не опаздывайте, рассчитывая на „два дня“
    или „десять дней“. Если вы уже не в части — не пишите об этом сюда и никому
    другому, сначала поговорите с адвокатом
    Потому что: п. 2 ст. 28.5 76-ФЗ [по памяти]; ст. 338 УК (в редакции с
    24.09.2022) [текст прочитан].

f1. рапорт: увольнение со службы, основание: предельный возраст (пп. «а» п. 1
ст. 51) → командир части
-----------------------------------------------------------------------------
Последнее, что известно: принять отказались (между 01.04.2024 и 31.05.2024).

f2. рапорт: увольнение со службы, основание: предельный возраст (пп. «а» п. 1
ст. 51) → командир части
-----------------------------------------------------------------------------
Последнее, что известно, вероятно: ответ (между 01.04.2024 и 30.06.2024);
порядок или сами события не точны.

f3. обращение (заявление): увольнение со службы, основание: предельный возраст
(пп. «а» п. 1 ст. 51) → военный комиссариат
------------------------------------------------------------------------------
Последнее, что известно, вероятно: ответ (между 01.04.2024 и 30.06.2024);
порядок или сами события не точны.

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
