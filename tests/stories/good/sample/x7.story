# Wounded; "D", says a doctor; sent to the zone three days after a complaint: suspected reprisal, nothing is filed before he is asked.
-- case src/raport/sample/x7.toml --
-- on 2025-04-01 --
Дело x7: где оно стоит на 01.04.2025
====================================
Вымышленное дело: такого человека нет. Оно показывает, что запись должна уметь
сказать: рана и ВВК, и отправка через три дня после жалобы.

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
  ! После обращения ему стало хуже. Перевод, взыскание или дело пришло вслед за
    обращением. Преследование за обращение запрещено (ст. 6 59-ФЗ; глава 6
    Дисциплинарного устава, по памяти); связь доказывают даты. Прежде чем
    жаловаться дальше, спросить его: следующий шаг может ударить сильнее. Потому
    что: e7 угроза (отправка в штурм), 12.03.2025; e8 переведён (в зоне боевых
    действий), 14.03.2025; ст. 6 59-ФЗ [текст прочитан]; ст. 111–113
    Дисциплинарного устава, ст. 81 Дисциплинарного устава, 76-ФЗ [по памяти].
  ! Бумаги о болезни. Чужая или подделанная справка — ст. 339 УК. Прикладывать
    только подлинное. Потому что: ст. 339 УК (в редакции с 24.09.2022) [текст
    прочитан].
  ! Нет адвокатской тайны. Этот материал не защищён адвокатской тайной:
    волонтёра можно допросить, его устройство — осмотреть. Потому что: ч. 3 ст.
    56, ст. 450.1 УПК; ст. 8 63-ФЗ [из вторых рук].

Есть ли и эти опасности, по записи не видно, надо спросить: могут взыскать за
обучение; контракт продлён указом.

Что есть в записи
-----------------
  №      Когда         Что                                      Чем доказано
  -----  ------------  ---------------------------------------  --------------
  e1     01.11.2024 –  ранен (есть бумага)                      документ
         31.01.2025
  e2     20.02.2025 –  врач назвал категорию (Д)                только слова
         28.02.2025
  e3     03.03.2025    подан, f1                                свидетели
  e4     06.03.2025    в направлении на ВВК отказано, f1        только слова
  e5     06.03.2025    ответ (отказ, устный), f1                только слова
  e6     11.03.2025    принят с отметкой, f2                    документ
  e7     12.03.2025    угроза (отправка в штурм)                только слова
  e8     14.03.2025    переведён (в зоне боевых действий)       свидетели
  e9     14.03.2025    отправлен в зону (рассказали)            только слова

f1. рапорт: направление на ВВК, основание: направление на ВВК → командир части
------------------------------------------------------------------------------
Последнее, что известно: ответ (06.03.2025).
Основание «направление на ВВК»: на день подачи — возможно, на усмотрение;
сегодня — возможно, на усмотрение. Потому что: e3 подан, 03.03.2025; ст. 9 59-ФЗ
[из вторых рук].

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. регистрация в части    03.03.2025    06.03.2025            истёк, мы ничего
                                                                не видели
  2. ответ по               06.03.2025 *  05.04.2025            идёт
  Дисциплинарному уставу
  3. регистрация (59-ФЗ)    03.03.2025    06.03.2025            истёк, мы ничего
                                                                не видели
  4. ответ по существу      06.03.2025 *  05.04.2025 (строго);  идёт
  (59-ФЗ)                                 07.04.2025 (мягко)
  5. обжаловать отказ в     06.03.2025    06.06.2025            наш срок идёт
  суде (по e5)
  6. обжаловать отказ в     06.03.2025    06.06.2025            наш срок идёт
  направлении на ВВК в
  суде (по e4)

Почему:
  1. e3 подан, 03.03.2025; ст. 116 Дисциплинарного устава (регистрация) [по
     памяти]. Доказательство: свидетели.
  2. e3 подан, 03.03.2025; ст. 117 Дисциплинарного устава, ст. 116
     Дисциплинарного устава (регистрация) [по памяти]. Счёт спорен.
     Доказательство: свидетели.
  3. e3 подан, 03.03.2025; ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт спорен.
     Доказательство: свидетели.
  4. e3 подан, 03.03.2025; ч. 1 ст. 12 59-ФЗ, ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт
     спорен. Доказательство: свидетели.
  5. e5 ответ (отказ, устный), 06.03.2025; ч. 1 ст. 219 КАС [текст прочитан].
     Счёт спорен. Доказательство: только слова.
  6. e4 в направлении на ВВК отказано, 06.03.2025; ч. 1 ст. 219 КАС [текст
     прочитан]. Счёт спорен. Доказательство: только слова.
  * День начала расчётный (наше чтение, спорно): поданное по его словам считаем
    поступившим в тот же день, а регистрацию, которой не видно, — сделанной в
    последний день её срока.

Что нарушено:
  - Не зарегистрирован. Регистрации не видно, а её срок кончился. Потому что: e3
    подан, 03.03.2025; ст. 116 Дисциплинарного устава (регистрация), ч. 2 ст. 8
    59-ФЗ [по памяти].
  - Ответили только устно. Устный ответ не заменяет письменного: срок ответа
    идёт дальше. Потому что: e5 ответ (отказ, устный), 06.03.2025; ст. 5 59-ФЗ
    [по памяти]; ч. 1 ст. 10 59-ФЗ [по выдержке]. Доказательство: только слова;
    для иска этого мало.
  - В направлении на ВВК отказано. В направлении отказали; обращение о здоровье
    обязаны рассмотреть. Потому что: e4 в направлении на ВВК отказано,
    06.03.2025; ст. 9 59-ФЗ [из вторых рук]; п. 1 ст. 51 53-ФЗ (в редакции с
    24.02.2022) [по памяти]. Доказательство: только слова; для иска этого мало.

Было ли и это, по записи не видно, надо спросить: ответ искажает указ.

f2. жалоба: направление на ВВК → военный прокурор гарнизона
-----------------------------------------------------------
Последнее, что известно: принят с отметкой (11.03.2025).

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. решение прокурора      14.03.2025 *  14.04.2025            идёт
  2. регистрация (59-ФЗ)    11.03.2025    14.03.2025            истёк, мы ничего
                                                                не видели
  3. решение прокурора без  14.03.2025 *  31.03.2025            истёк, мы ничего
  дополнительной проверки                                       не видели

Почему:
  1. e6 принят с отметкой, 11.03.2025; п. 5.1 приказа ГП № 45 [из вторых рук];
     ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт спорен. Доказательство: документ.
  2. e6 принят с отметкой, 11.03.2025; ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт
     спорен. Доказательство: документ.
  3. e6 принят с отметкой, 11.03.2025; п. 5.1 приказа ГП № 45 (15 дней) [из
     вторых рук]; ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт спорен. Доказательство:
     документ.
  * День начала расчётный (наше чтение, спорно): поданное по его словам считаем
    поступившим в тот же день, а регистрацию, которой не видно, — сделанной в
    последний день её срока.

Что нарушено:
  - Не зарегистрирован. Регистрации не видно, а её срок кончился. Потому что: e6
    принят с отметкой, 11.03.2025; ч. 2 ст. 8 59-ФЗ [по памяти].
  - Преследование за обращение. Вред последовал за обращением; связь
    предполагается, её надо доказать. Потому что: e7 угроза (отправка в штурм),
    12.03.2025; e8 переведён (в зоне боевых действий), 14.03.2025; ст. 6 59-ФЗ
    [текст прочитан]; ст. 111–113 Дисциплинарного устава [по памяти].
    Доказательство: только слова; для иска этого мало.

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

- Административный иск об отказе (f1)
    Иск об оспаривании отказа: чей, когда, номер, каким основанием объяснён,
    когда и как он узнал. Что именно оспаривается, решает, какой суд. Устный
    отказ не ответ, но срок для нас может начать. Часть узнаёт из копии иска.
    Кто может: сам заявитель, адвокат, представитель. Кому: гарнизонный военный
    суд. Последний день: 06.06.2025. Кто узнает: часть, округ, суд и все, кто
    читает его сайт. Чем отвечают на практике: [1], [2]. Если подождать: Три
    месяца со дня, когда он узнал; пропуск восстанавливают только по
    уважительной причине.
    Потому что: e5 ответ (отказ, устный), 06.03.2025; ст. 218 КАС, ч. 1 ст. 219
    КАС, ст. 220 КАС, ч. 2 ст. 221 КАС, ч. 11–12 ст. 226, ст. 62 КАС, ч. 1 ст.
    55 КАС, ст. 57 КАС, ст. 103–107 КАС, ч. 7 ст. 125, ст. 126 КАС, ст. 22, 24
    КАС [текст прочитан]; ст. 333.19, 333.36 НК (в редакции с 09.09.2024), ст.
    18 КАС; 1-ФКЗ от 23.06.1999 [по памяти]; п. 1 ч. 1 ст. 7 1-ФКЗ от 23.06.1999
    [по выдержке]; пленум Верховного Суда от 28.06.2022 № 21 [из вторых рук].

- Условиться о связи и собрать бумаги
    Условиться о человеке, словах и времени связи, о том, что делать, если он
    замолчит, и кто тогда решает. Собрать копии контракта, приказов, рапортов,
    документов о причинах (здоровье, семья). Держать их вне части.
    Кто может: сам заявитель, родственник, адвокат. Кто узнает: родные. Если
    подождать: Без бумаг и условленного человека любой следующий шаг делают
    вслепую.
    Потому что: ст. 33, 37, 46 Конституции, ст. 59, 70, 76 КАС [текст прочитан];
    ст. 38, 35 53-ФЗ; п. 3 «г» ст. 38 [по памяти].

- Просьба о входящем номере и выписке из журнала (f1)
    Письменно попросить номер и дату регистрации и выписку из книги учёта
    (номер, день, содержание, кому поручено, срок, ответ). Собственная книга
    части становится доказательством; пропущенный или повторный номер — тоже.
    Часть узнаёт сразу.
    Кто может: сам заявитель, родственник, адвокат. Кому: командир части. Кто
    узнает: часть. Если подождать: Без номера срок считают от предполагаемой
    регистрации, а это спорно.
    Потому что: e3 подан, 03.03.2025; приложение к Дисциплинарному уставу «Книга
    учёта» [по выдержке]; Инструкция по делопроизводству (приказ МО от
    04.04.2017 № 170), ч. 2 ст. 8 59-ФЗ, ст. 5 59-ФЗ, ст. 116 Дисциплинарного
    устава (регистрация) [по памяти].

- Напоминание (f1, f2)
    Напомнить о рапорте или обращении: когда и как подано, входящий номер,
    просьба дать письменный ответ по существу. Устный отказ ответом не
    считается: попросить его письменно. Часть узнаёт сразу; тон ровный.
    Кто может: сам заявитель, родственник, адвокат. Кому: командир части,
    военный прокурор гарнизона. Кто узнает: часть. Если подождать: Немного:
    напоминание не сохраняет срок для суда и не двигает его.
    Потому что: e3 подан, 03.03.2025; e6 принят с отметкой, 11.03.2025; ч. 1 ст.
    12 59-ФЗ, ч. 2 ст. 12 59-ФЗ, ст. 5 59-ФЗ, ст. 117 Дисциплинарного устава,
    ст. 107 Дисциплинарного устава [по памяти]; ч. 1 ст. 10 59-ФЗ, ч. 3 ст. 11
    59-ФЗ, приказ Министра обороны от 18.08.2014 № 555 [по выдержке].

- Жалоба вышестоящему командиру (f1)
    Жалоба непосредственному начальнику того, на кого жалуются: факты, даты,
    номера; просьба не направлять её обжалуемому лицу (ч. 6 ст. 8 59-ФЗ, слова
    по памяти). Личная, не коллективная, не в строю. Часть узнаёт, как только
    запросят объяснения. Не обязательна перед судом.
    Кто может: сам заявитель, адвокат, представитель. Кому: командир бригады,
    дивизии. Кто узнает: тот, на кого жалуются, часть, округ. Чем отвечают на
    практике: [1], [3], [4], [2]. Если подождать: Поздний или неполученный ответ
    начальника может стать уважительной причиной для суда; сам срок суда он не
    останавливает.
    Потому что: e5 ответ (отказ, устный), 06.03.2025; ст. 107–108
    Дисциплинарного устава, ст. 111–113 Дисциплинарного устава, ч. 6 ст. 8
    59-ФЗ, приложение 6 к Уставу внутренней службы, ст. 20–21 Устава внутренней
    службы, ст. 21 76-ФЗ [по памяти]; ст. 106 Дисциплинарного устава [по
    выдержке]; ст. 6 59-ФЗ [текст прочитан]; ст. 15 59-ФЗ [из вторых рук].

- Жалоба на отказ в направлении на ВВК (f1)
    Тому, кто стоит над отказавшим, и военному прокурору: кто, когда и какими
    словами отказал, какие документы о болезни были показаны; попросить
    письменный ответ. Приложить копии документов и независимое мнение врача,
    если есть. Часть узнаёт, как только её спросят.
    Кто может: сам заявитель, адвокат, представитель. Кому: командир бригады,
    дивизии, военный прокурор гарнизона. Кто узнает: часть, прокуратура. Чем
    отвечают на практике: [1], [2]. Если подождать: Без направления нет
    заключения, без заключения слова врача ничего не меняют.
    Потому что: e4 в направлении на ВВК отказано, 06.03.2025; ст. 9 59-ФЗ, п.
    5.1 приказа ГП № 45 [из вторых рук]; ст. 5 59-ФЗ [по памяти]; ст. 218 КАС
    [текст прочитан].

- Дополнение к жалобе, которая уже у прокурора (f2)
    Что сделали с ним после жалобы: день, слова, кто; связь с жалобой показывают
    даты. Просить проверить это вместе с ней и не передавать тому, на кого она.
    Если он сам писать не может, пишет родственник от своего имени. Часть
    узнаёт, когда её спросят.
    Кто может: сам заявитель, родственник, адвокат. Кому: военный прокурор
    гарнизона. Кто узнает: прокуратура, часть: прокурор пересылает вниз. Чем
    отвечают на практике: [1], [3], [5], [2]. Если подождать: Слова забываются;
    но если он там, где его могут наказать ещё раз, ждать может быть дешевле.
    Потому что: e6 принят с отметкой, 11.03.2025; e7 угроза (отправка в штурм),
    12.03.2025; e8 переведён (в зоне боевых действий), 14.03.2025; ст. 5 59-ФЗ
    [по памяти]; ст. 6 59-ФЗ [текст прочитан]; ст. 10 закона 2202-1 [из вторых
    рук]; инструкция военной прокуратуры от 09.04.2003 [по выдержке].

- Обращение к уполномоченному
    Письмо уполномоченному по правам человека с копиями бумаг. Его обычно
    направляют вниз; часть узнаёт, когда спросят. Его ответ не запускает и не
    хранит срок для суда.
    Кто может: сам заявитель, родственник, адвокат. Кому: уполномоченный по
    правам человека. Кто узнает: часть. Чем отвечают на практике: [1], [5], [2].
    Если подождать: Немного.
    Потому что: e5 ответ (отказ, устный), 06.03.2025; ст. 33, 37, 46 Конституции
    [текст прочитан].

Чем на это отвечают на практике:
  [1] В зоне боевых действий на жалобу отвечали отправкой в штурмовое
      подразделение или уголовным делом; на сайтах советов есть раздел о том,
      что командир грозит штурмом за рапорт. Как часто это делают, мы не знаем.
      (из вторых рук)
  [2] Ни одного надёжного числа о том, как часто за жалобой следует наказание,
      нет. Те, кто писал нам, — не все военнослужащие. (по памяти)
  [3] После жалобы наверх вызывали и спрашивали: «Зачем писал?». Преследовать за
      обращение запрещено (ст. 6 59-ФЗ); вызов стоит записать в тот же день. (из
      вторых рук)
  [4] Вместо ответа собирали дисциплинарное дело: грубые проступки, потом
      увольнение по пп. «в» п. 2 ст. 51. (из вторых рук)
  [5] Если родные сами служат, учатся в военном вузе или работают в части, нажим
      шёл через них. Спросите об этом до жалобы. (из вторых рук)

Что спросить, начиная с самого важного
--------------------------------------
  1. Где он сейчас и кто читает его телефон? (При каждом разговоре.)
      - Если он в зоне, удерживается или это неизвестно, от его имени не подают
        ничего, чего он не решил сам; если телефон читают, ему ничего не пишут.
  2. f1: Какими точно словами отказали вслух, кто говорил и кто слышал?
      - Сказанное вслух срока органа не останавливает, но наш срок мог начаться;
        без слов и свидетелей его не докажешь.
  3. f1: Когда и как он узнал об отказе или бездействии?
      - С этого дня идут три месяца для суда.
  4. Есть ли копия контракта и приказа? Кто и когда подписал, что в нём о сроке?
      - Без копии неизвестно, что оспаривать и какой срок в нём.
  5. Служит ли он там, где в бумагах бывает тайна? (Саму тайну не называть.)
      - Такие бумаги закрываются; с 2021 года перечень ФСБ делает опасным и сам
        сбор сведений.
  6. Какой шаг он выбрал, зная, кто узнает и чем на это отвечают?
      - Пока нет его решения, шаг не предлагают как следующий.
  7. e5 ответ (отказ, устный), 06.03.2025: На что сослались?
      - Решит: ответ искажает указ (f1); контракт продлён указом.
  8. Кто может решать и говорить за него, если связи не будет?
      - Без этого при молчании можно только то, что согласовано заранее.
  9. Он курсант, выпускник военного вуза или нет?
      - Если выпускник военного вуза: есть: могут взыскать за обучение.
      - Если курсант: есть: могут взыскать за обучение.
      - Если не учился в военном вузе: нет: могут взыскать за обучение.
  10. Служит ли кто-нибудь из родных, учится ли в военном вузе, знают ли они о
      рапорте?
      - Через родных давят: риск их, решают они.
  11. Какая категория в заключении, утверждено ли оно, кем и когда?
      - Неутверждённое заключение и категория В двери не открывают.
  12. f1, f2: Какой входящий номер и день регистрации? Чем доказано, что бумага
      дошла?
      - Решит: ответ по существу (59-ФЗ) (f1).
      - Решит: ответ по Дисциплинарному уставу (f1).
      - Решит: решение прокурора (f2).
      - Решит: решение прокурора без дополнительной проверки (f2).

Как бывает на деле (практика, не право)
---------------------------------------
  - Отвечают, что рапорт — служебный документ, а не обращение, и срока ответа
    нет. Ст. 106 Дисциплинарного устава сама называет рапорт формой письменного
    обращения; её и стоит назвать в бумаге. (minjust-irk.ru (гл. 6
    Дисциплинарного устава); по выдержке)
  - Жалоба на ВВК, контракт или призыв — другие ответчики, а для комиссариата и
    другой суд (районный): «гарнизонный по умолчанию» вводит в заблуждение. (по
    памяти, источника нет)
  - Так отвечали однажды: «не имеют под собой каких-либо объективных оснований»
    (военный прокурор округа депутату, 2015, о принуждении к контракту). Такой
    ответ обжалуют вышестоящему, не тому же. (vchasnoua.com, 2015; из вторых
    рук)
  - Прокуратура и министерство часто направляют жалобу вниз; ответ приходил от
    того, кому не писали. О пересылке иногда можно только догадаться по ответу.
    (Новая газета, 16.11.2019; из вторых рук)

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
В скобках — насколько известен текст нормы: текст прочитан; по выдержке; из
вторых рук; по памяти (проверить до использования). * — расчётный день.

-- on 2025-04-01 in en --
Case x7: where it stands on 1 Apr 2025
======================================
An invented case: there is no such man. It shows what the record must be able to
say: a wound and the medical board, and a posting three days after a complaint.

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
  ! After the appeal things became worse for him. A transfer, a penalty or a
    case followed the appeal. To persecute for an appeal is forbidden (art. 6 of
    59-FZ; chapter 6 of the Disciplinary Charter, from memory); the link is
    proved by days. Before complaining further ask him: the next step may hit
    harder. Because: e7 threat (an assault unit), 12 Mar 2025; e8 transferred
    (in the zone of hostilities), 14 Mar 2025; art. 6 of 59-FZ [text read];
    arts. 111-113 of the Disciplinary Charter, art. 81 of the Disciplinary
    Charter, 76-FZ [from memory].
  ! Papers of illness. Another's or a forged paper of illness is art. 339 of the
    Criminal Code. Annex only what is genuine. Because: art. 339 of the Criminal
    Code (as in force from 24 Sep 2022) [text read].
  ! No privilege. This material is not protected by privilege: a volunteer may
    be questioned, his device searched. Because: arts. 56(3), 450.1 of the Code
    of Criminal Procedure; art. 8 of 63-FZ [second hand].

Whether these dangers too are there the record does not show; ask: the cost of
training may be claimed; the contract runs on by decree.

What the record holds
---------------------
  No.    When          What                                     Proof
  -----  ------------  ---------------------------------------  --------------
  e1     2024-11-01 –  wounded (there is a paper)               documented
         2025-01-31
  e2     2025-02-20 –  a doctor named the category (D)          word only
         2025-02-28
  e3     2025-03-03    filed, f1                                witnessed
  e4     2025-03-06    referral refused, f1                     word only
  e5     2025-03-06    answer (refused, oral), f1               word only
  e6     2025-03-11    taken with a mark, f2                    documented
  e7     2025-03-12    threat (an assault unit)                 word only
  e8     2025-03-14    transferred (in the zone of              witnessed
                       hostilities)
  e9     2025-03-14    deployed to the zone (told)              word only

f1. raport: referral to the medical board, ground: referral to the medical board
→ unit commander
--------------------------------------------------------------------------------
The last that is known: answer (6 Mar 2025).
Ground "referral to the medical board": on the day of filing possible, at
discretion; today possible, at discretion. Because: e3 filed, 3 Mar 2025; art. 9
of 59-FZ [second hand].

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. registration in the    2025-03-03    2025-03-06            over, we have
  unit                                                          seen nothing
  2. answer under the       2025-03-06 *  2025-04-05            running
  Disciplinary Charter
  3. registration (59-FZ)   2025-03-03    2025-03-06            over, we have
                                                                seen nothing
  4. answer on the          2025-03-06 *  2025-04-05 (strict);  running
  substance (59-FZ)                       2025-04-07 (lenient)
  5. challenge the refusal  2025-03-06    2025-06-06            our term runs
  in court (by e5)
  6. challenge the refused  2025-03-06    2025-06-06            our term runs
  referral in court (by
  e4)

Why:
  1. e3 filed, 3 Mar 2025; art. 116 of the Disciplinary Charter (registration)
     [from memory]. Proof: witnessed.
  2. e3 filed, 3 Mar 2025; art. 117 of the Disciplinary Charter, art. 116 of the
     Disciplinary Charter (registration) [from memory]. The count is contested.
     Proof: witnessed.
  3. e3 filed, 3 Mar 2025; art. 8(2) of 59-FZ [from memory]. The count is
     contested. Proof: witnessed.
  4. e3 filed, 3 Mar 2025; art. 12(1) of 59-FZ, art. 8(2) of 59-FZ [from
     memory]. The count is contested. Proof: witnessed.
  5. e5 answer (refused, oral), 6 Mar 2025; art. 219(1) of the KAS [text read].
     The count is contested. Proof: word only.
  6. e4 referral refused, 6 Mar 2025; art. 219(1) of the KAS [text read]. The
     count is contested. Proof: word only.
  * The start is deemed (our reading, contested): what he says he handed in is
    taken to have arrived that day, a registration that was not seen to have
    been made on the last day of its term.

What was done against the law:
  - Not registered. No registration was seen and its term has ended. Because: e3
    filed, 3 Mar 2025; art. 116 of the Disciplinary Charter (registration), art.
    8(2) of 59-FZ [from memory].
  - Answered orally only. A spoken answer does not replace a written one: the
    term of the answer goes on. Because: e5 answer (refused, oral), 6 Mar 2025;
    art. 5 of 59-FZ [from memory]; art. 10(1) of 59-FZ [from an excerpt]. Proof:
    word only; not enough for a claim.
  - Referral to the medical board refused. The referral was refused; an appeal
    about health must be considered. Because: e4 referral refused, 6 Mar 2025;
    art. 9 of 59-FZ [second hand]; art. 51(1) of 53-FZ (as in force from 24 Feb
    2022) [from memory]. Proof: word only; not enough for a claim.

The record is silent; asking may show whether there was: the answer misstates
the decree.

f2. complaint: referral to the medical board → garrison military prosecutor
---------------------------------------------------------------------------
The last that is known: taken with a mark (11 Mar 2025).

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. decision of the        2025-03-14 *  2025-04-14            running
  prosecutor
  2. registration (59-FZ)   2025-03-11    2025-03-14            over, we have
                                                                seen nothing
  3. decision of the        2025-03-14 *  2025-03-31            over, we have
  prosecutor without a                                          seen nothing
  further check

Why:
  1. e6 taken with a mark, 11 Mar 2025; point 5.1 of order 45 [second hand];
     art. 8(2) of 59-FZ [from memory]. The count is contested. Proof:
     documented.
  2. e6 taken with a mark, 11 Mar 2025; art. 8(2) of 59-FZ [from memory]. The
     count is contested. Proof: documented.
  3. e6 taken with a mark, 11 Mar 2025; point 5.1 of order 45 (15 days) [second
     hand]; art. 8(2) of 59-FZ [from memory]. The count is contested. Proof:
     documented.
  * The start is deemed (our reading, contested): what he says he handed in is
    taken to have arrived that day, a registration that was not seen to have
    been made on the last day of its term.

What was done against the law:
  - Not registered. No registration was seen and its term has ended. Because: e6
    taken with a mark, 11 Mar 2025; art. 8(2) of 59-FZ [from memory].
  - Persecution for an appeal. Harm followed the appeal; the link is believed,
    it must be proved. Because: e7 threat (an assault unit), 12 Mar 2025; e8
    transferred (in the zone of hostilities), 14 Mar 2025; art. 6 of 59-FZ [text
    read]; arts. 111-113 of the Disciplinary Charter [from memory]. Proof: word
    only; not enough for a claim.

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

- An administrative claim against a refusal (f1)
    A claim against a refusal: whose, when, its number, its ground, when and how
    he learned. What exactly is challenged decides the court. An oral refusal is
    no answer, but may start our term. The unit learns from its copy.
    Open to: the applicant, an advocate, a representative. To: garrison military
    court. Last day: 6 Jun 2025. Who learns of it: the unit, the district, the
    court and whoever reads its site. What practice knows as the reaction: [1],
    [2]. If one waits: Three months from the day he learned; a missed term is
    restored only for a valid reason.
    Because: e5 answer (refused, oral), 6 Mar 2025; art. 218 of the KAS, art.
    219(1) of the KAS, art. 220 of the KAS, art. 221(2) of the KAS, art.
    226(11)-(12), art. 62 of the KAS, art. 55(1) of the KAS, art. 57 of the KAS,
    arts. 103-107 of the KAS, arts. 125(7), 126 of the KAS, arts. 22, 24 of the
    KAS [text read]; arts. 333.19, 333.36 of the Tax Code (as in force from 9
    Sep 2024), art. 18 of the KAS; 1-FKZ of 23.06.1999 [from memory]; art.
    7(1)(1) of 1-FKZ of 23.06.1999 [from an excerpt]; plenum 21 of the Supreme
    Court of 28.06.2022 [second hand].

- Agree on contact and gather papers
    Agree on a person, on words and a time of contact, on what is done if he
    falls silent and who then decides. Gather copies of the contract, orders,
    raports, papers of the reasons (health, family). Keep them outside the unit.
    Open to: the applicant, a relative, an advocate. Who learns of it: the
    family. If one waits: Without papers and an agreed person every later step
    is taken blind.
    Because: arts. 33, 37, 46 of the Constitution, arts. 59, 70, 76 of the KAS
    [text read]; arts. 38, 35 of 53-FZ; art. 38(3)(g) [from memory].

- Ask for the incoming number and an extract of the register (f1)
    Ask in writing for the number and day of registration and an extract of the
    register (number, day, summary, to whom assigned, due date, answer). The
    unit's own book becomes evidence; so does a skipped or reused number. The
    unit learns at once.
    Open to: the applicant, a relative, an advocate. To: unit commander. Who
    learns of it: the unit. If one waits: Without a number the term is counted
    from a supposed registration, which is contested.
    Because: e3 filed, 3 Mar 2025; appendix to the Disciplinary Charter, the
    register of appeals [from an excerpt]; record-keeping instruction (order 170
    of 04.04.2017), art. 8(2) of 59-FZ, art. 5 of 59-FZ, art. 116 of the
    Disciplinary Charter (registration) [from memory].

- A reminder (f1, f2)
    Remind of the raport or appeal: when and how it was filed, its number, a
    request for a written answer on the substance. An oral refusal is no answer:
    ask for it in writing. The unit learns at once; the tone is even.
    Open to: the applicant, a relative, an advocate. To: unit commander,
    garrison military prosecutor. Who learns of it: the unit. If one waits:
    Little: a reminder neither keeps nor moves the term for a court.
    Because: e3 filed, 3 Mar 2025; e6 taken with a mark, 11 Mar 2025; art. 12(1)
    of 59-FZ, art. 12(2) of 59-FZ, art. 5 of 59-FZ, art. 117 of the Disciplinary
    Charter, art. 107 of the Disciplinary Charter [from memory]; art. 10(1) of
    59-FZ, art. 11(3) of 59-FZ, order 555 of the Minister of Defence of
    18.08.2014 [from an excerpt].

- A complaint to the superior commander (f1)
    A complaint to the immediate superior of the one complained of: facts, days,
    numbers; a request not to send it to the one complained of (art. 8(6) of
    59-FZ, words from memory). Personal, not collective, not in formation. The
    unit learns as soon as it is asked to explain. Not compulsory before a
    court.
    Open to: the applicant, an advocate, a representative. To: commander of the
    brigade or division. Who learns of it: the one complained of, the unit, the
    district. What practice knows as the reaction: [1], [3], [4], [2]. If one
    waits: A late or missing answer of the superior may be a valid reason before
    a court; it does not stop the term itself.
    Because: e5 answer (refused, oral), 6 Mar 2025; arts. 107-108 of the
    Disciplinary Charter, arts. 111-113 of the Disciplinary Charter, art. 8(6)
    of 59-FZ, appendix 6 to the Internal Service Charter, arts. 20-21 of the
    Internal Service Charter, art. 21 of 76-FZ [from memory]; art. 106 of the
    Disciplinary Charter [from an excerpt]; art. 6 of 59-FZ [text read]; art. 15
    of 59-FZ [second hand].

- A complaint on the refusal to refer to the medical board (f1)
    To the one above him who refused, and to the military prosecutor: who
    refused, when and in what words, which papers of the illness were shown; ask
    for a written answer. Annex copies and an independent doctor's opinion, if
    any. The unit learns as soon as it is asked.
    Open to: the applicant, an advocate, a representative. To: commander of the
    brigade or division, garrison military prosecutor. Who learns of it: the
    unit, the prosecutor. What practice knows as the reaction: [1], [2]. If one
    waits: Without a referral there is no conclusion, without a conclusion a
    doctor's words change nothing.
    Because: e4 referral refused, 6 Mar 2025; art. 9 of 59-FZ, point 5.1 of
    order 45 [second hand]; art. 5 of 59-FZ [from memory]; art. 218 of the KAS
    [text read].

- A supplement to the complaint that lies with the prosecutor (f2)
    What was done to him after the complaint: the day, the words, by whom; the
    days show the link. Ask that it be checked together with the complaint and
    not passed to the one complained of. Where he cannot write himself a
    relative writes in his or her own name. The unit learns when it is asked.
    Open to: the applicant, a relative, an advocate. To: garrison military
    prosecutor. Who learns of it: the prosecutor, the unit: the prosecutor sends
    it down. What practice knows as the reaction: [1], [3], [5], [2]. If one
    waits: Words are forgotten; but where he can be punished once more, waiting
    may cost less.
    Because: e6 taken with a mark, 11 Mar 2025; e7 threat (an assault unit), 12
    Mar 2025; e8 transferred (in the zone of hostilities), 14 Mar 2025; art. 5
    of 59-FZ [from memory]; art. 6 of 59-FZ [text read]; art. 10 of the
    Prosecution Act 2202-1 [second hand]; instruction of the military
    prosecution of 09.04.2003 [from an excerpt].

- An application to the ombudsman
    A letter to the ombudsman with copies. It is usually sent down; the unit
    learns when asked. It neither starts nor keeps the term for a court.
    Open to: the applicant, a relative, an advocate. To: ombudsman. Who learns
    of it: the unit. What practice knows as the reaction: [1], [5], [2]. If one
    waits: Little.
    Because: e5 answer (refused, oral), 6 Mar 2025; arts. 33, 37, 46 of the
    Constitution [text read].

What practice knows as the reaction:
  [1] In the zone of hostilities a complaint has been answered by a posting to
      an assault unit or by a criminal case; advice columns have a chapter on
      commanders who threaten an assault for a raport. How often it is done we
      do not know. (second hand)
  [2] There is no reliable figure of how often a complaint is followed by a
      reprisal. Those who wrote to us are not all servicemen. (from memory)
  [3] After a complaint upwards men were called in and asked “why did you
      write?”. To persecute for an appeal is forbidden (art. 6 of 59-FZ); the
      summons is worth noting the same day. (second hand)
  [4] In place of an answer a disciplinary file was built: gross offences, then
      a discharge under art. 51(2)(v). (second hand)
  [5] Where relatives themselves serve, study at an academy or work in the unit,
      pressure went through them. Ask of it before a complaint. (second hand)

What to ask, the most valuable first
------------------------------------
  1. Where is he now, and who reads his phone? (At every talk.)
      - If he is in the zone, held, or it is unknown, nothing is filed in his
        name that he has not decided; if the phone is read, nothing is written
        to him.
  2. f1: In what exact words was it refused aloud, who spoke and who heard?
      - What was said aloud does not stop the authority's term but may have
        started ours; without words and witnesses it cannot be proved.
  3. f1: When and how did he learn of the refusal or the inaction?
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
  7. e5 answer (refused, oral), 6 Mar 2025: Which ground was given?
      - Decides: the answer misstates the decree (f1); the contract runs on by
        decree.
  8. Who may decide and speak for him if contact is lost?
      - Without it, in silence only what was agreed beforehand may be done.
  9. Is he a cadet, a graduate of a military academy, or neither?
      - If graduate of a military academy: it holds: the cost of training may be
        claimed.
      - If cadet: it holds: the cost of training may be claimed.
      - If neither: it does not: the cost of training may be claimed.
  10. Does anybody in the family serve or study at an academy, and do they know
      of the raport?
      - Pressure comes through the family: the risk is theirs, they decide.
  11. What category does the conclusion give, was it approved, by whom and when?
      - An unapproved conclusion and category V open no door.
  12. f1, f2: What are the incoming number and the day of registration? What
      proves that the paper arrived?
      - Decides: answer on the substance (59-FZ) (f1).
      - Decides: answer under the Disciplinary Charter (f1).
      - Decides: decision of the prosecutor (f2).
      - Decides: decision of the prosecutor without a further check (f2).

What is done in fact (practice, not law)
----------------------------------------
  - It is answered that a raport is a paper of the service and no appeal, and
    that no term runs. Art. 106 of the Disciplinary Charter itself names the
    raport as the form of a written appeal; the paper should cite it.
    (minjust-irk.ru (гл. 6 Дисциплинарного устава); from an excerpt)
  - A complaint on a medical board, a contract or a call-up has other
    respondents, and for the commissariat another court (the district court):
    “garrison by default” misleads. (from memory, no source)
  - So it was answered once: “have no objective grounds whatever” (the military
    prosecutor of a district to a deputy, 2015, on forced contracts). Such an
    answer is challenged before the higher one, not the same. (vchasnoua.com,
    2015; second hand)
  - The prosecutor's office and the ministry often send a complaint down; an
    answer came from one who had not been written to. The forwarding can
    sometimes only be inferred from the answer. (Новая газета, 16.11.2019;
    second hand)

Law: Russia: leaving military service, release 1; compared with its sources on
22 Nov 2026. No lawyer has reviewed it yet.
In brackets: how well the words of a provision are known: text read; from an
excerpt; second hand; from memory (check before use). * a deemed day.

-- on 2025-04-01 for relative --
Дело x7: где оно стоит на 01.04.2025
====================================
Вымышленное дело: такого человека нет. Оно показывает, что запись должна уметь
сказать: рана и ВВК, и отправка через три дня после жалобы.

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

f1. рапорт: направление на ВВК, основание: направление на ВВК → командир части
------------------------------------------------------------------------------
Последнее, что известно: ответ (06.03.2025).

f2. жалоба: направление на ВВК → военный прокурор гарнизона
-----------------------------------------------------------
Последнее, что известно: принят с отметкой (11.03.2025).

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
