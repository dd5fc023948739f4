# A mother writes: conscript or contract man? The contract is in dispute, she is the author, "do nothing now" leads.
-- case src/raport/sample/x5.toml --
-- on 2025-06-10 --
Дело x5: где оно стоит на 10.06.2025
====================================
Вымышленное дело: такого человека нет. Оно показывает, что запись должна уметь
сказать: спорный контракт, мать как автор жалобы, звонок с чужого телефона.

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
  ! Надёжной связи нет. Мы не знаем, где он. Молчание само по себе ничего не
    доказывает. Позвонить условленному человеку; дальше — по списку, о котором
    договорились с ним заранее. Потому что: e5 дал о себе знать (возможно, под
    контролем), 09.06.2025; где он: не известно.
  ! Весточка могла быть под контролем. Он дал знать с чужого телефона, коротко
    или через других. Это не значит, что с ним всё хорошо: спросить условленное
    слово при следующем разговоре. Потому что: e5 дал о себе знать (возможно,
    под контролем), 09.06.2025.
  ! Возможно: его телефон читают. На этот телефон ничего не посылать: ни текста
    рапорта, ни вопросов, ни имени адвоката. Говорить через условленного
    человека. Потому что: e3 отняли телефон.
  ! Спорно, кто он: призывник или контрактник. Пока контракт спорен, действуют
    обе лестницы ответственности и оба набора прав: исходить из худшего, деньги
    на карте не тратить, ничего не подписывать. Потому что: служба: по призыву,
    солдат или сержант по контракту; ч. 1 ст. 337 УК, ч. 3 ст. 337 УК, ч. 2.1
    ст. 337 УК [по памяти].
  ! Деньги за контракт на карте. Пришедшие деньги читают как согласие с
    контрактом: не тратить и не возвращать самому; сохранить выписку и сообщение
    банка, записать, у кого карта. Потому что: e2 на карту пришли деньги за
    контракт, 23.05.2025; ст. 33, 37, 46 Конституции [текст прочитан].
  ! Нет адвокатской тайны. Этот материал не защищён адвокатской тайной:
    волонтёра можно допросить, его устройство — осмотреть. Потому что: ч. 3 ст.
    56, ст. 450.1 УПК; ст. 8 63-ФЗ [из вторых рук].

Есть ли и эти опасности, по записи не видно, надо спросить: могут взыскать за
обучение.

Что есть в записи
-----------------
  №      Когда         Что                                      Чем доказано
  -----  ------------  ---------------------------------------  --------------
  e1     01.05.2025 –  говорят, что контракт подписан           только слова
         31.05.2025
  e7     01.05.2025 –  бумага подделана (утверждают)            нет
         31.05.2025
  e3     19.05.2025 –  отняли телефон                           нет
         05.06.2025
  e2     23.05.2025    на карту пришли деньги за контракт       документ
  e4     05.06.2025    копию контракта не дали, f2              только слова
  e8     06.06.2025    отправлен почтой, f1                     документ
  e6     09.06.2025    подпись под контрактом не его            только слова
  e9     09.06.2025    решил о шаге (делает)                    только слова
  e5     09.06.2025    дал о себе знать (возможно, под          только слова
                       контролем)

f1. жалоба: проверка контракта, основание: контракт не заключался → военный
прокурор гарнизона
---------------------------------------------------------------------------
Последнее, что известно: отправлен почтой (06.06.2025).
Основание «контракт не заключался»: на день подачи — спорно; сегодня — спорно.
Потому что: e8 отправлен почтой, 06.06.2025; ч. 11–12 ст. 226, ст. 62 КАС [текст
прочитан].

Начала в записи не видно, считать не от чего: решение прокурора; решение
прокурора без дополнительной проверки (п. 5.1 приказа ГП № 45, п. 5.1 приказа ГП
№ 45 (15 дней) [из вторых рук]).

f2. запрос: копии документов → командир части
---------------------------------------------
Что с ним стало, в записи не сказано.

Начала в записи не видно, считать не от чего: ответ по существу (59-ФЗ) (ч. 1
ст. 12 59-ФЗ [по памяти]).

Что нарушено:
  - Копию контракта не дали. Документы, которые касаются его прав, обязаны
    показать и выдать. Потому что: e4 копию контракта не дали, 05.06.2025; ст. 5
    59-ФЗ, ст. 5.39 КоАП [по памяти]. Доказательство: только слова; для иска
    этого мало.

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

- Условиться о связи и собрать бумаги
    Условиться о человеке, словах и времени связи, о том, что делать, если он
    замолчит, и кто тогда решает. Собрать копии контракта, приказов, рапортов,
    документов о причинах (здоровье, семья). Держать их вне части.
    Кто может: сам заявитель, родственник, адвокат. Кто узнает: родные. Если
    подождать: Без бумаг и условленного человека любой следующий шаг делают
    вслепую.
    Потому что: ст. 33, 37, 46 Конституции, ст. 59, 70, 76 КАС [текст прочитан];
    ст. 38, 35 53-ФЗ; п. 3 «г» ст. 38 [по памяти].

- Жалоба вышестоящему командиру (f2)
    Жалоба непосредственному начальнику того, на кого жалуются: факты, даты,
    номера; просьба не направлять её обжалуемому лицу (ч. 6 ст. 8 59-ФЗ, слова
    по памяти). Личная, не коллективная, не в строю. Часть узнаёт, как только
    запросят объяснения. Не обязательна перед судом.
    Кто может: сам заявитель, адвокат, представитель. Кому: командир бригады,
    дивизии. Кто узнает: тот, на кого жалуются, часть, округ. Чем отвечают на
    практике: [1], [2], [3], [4]. Если подождать: Поздний или неполученный ответ
    начальника может стать уважительной причиной для суда; сам срок суда он не
    останавливает.
    Потому что: e4 копию контракта не дали, 05.06.2025; ст. 107–108
    Дисциплинарного устава, ст. 111–113 Дисциплинарного устава, ч. 6 ст. 8
    59-ФЗ, приложение 6 к Уставу внутренней службы, ст. 20–21 Устава внутренней
    службы, ст. 21 76-ФЗ [по памяти]; ст. 106 Дисциплинарного устава [по
    выдержке]; ст. 6 59-ФЗ [текст прочитан]; ст. 15 59-ФЗ [из вторых рук].

- Получить копию контракта
    Письменно попросить копию контракта, приказа и сведения о том, кто и когда
    подписал. Родственник может просить о проверке у прокурора. Часть узнаёт
    сразу. Ничего не подписывать «для получения копии».
    Кто может: сам заявитель, адвокат, представитель. Кому: командир части. Кто
    узнает: часть. Чем отвечают на практике: [5]. Если подождать: Без копии
    неизвестно, что именно оспаривать.
    Потому что: служба: по призыву, солдат или сержант по контракту; ст. 5
    59-ФЗ, ст. 5.39 КоАП [по памяти]; ст. 140 УК [текст прочитан].

- Оспорить контракт
    Первый вопрос — деньги на карте: пришли ли, когда, сколько; не тратить, не
    возвращать самому, записать. Затем копия, образцы подписи, свидетели,
    прокурор, суд, экспертиза. До решения исходить из обоих: и призывник, и
    контрактник. Часть узнаёт при первой проверке.
    Кто может: сам заявитель, адвокат, представитель. Кому: военный прокурор
    гарнизона, гарнизонный военный суд. Кто узнает: часть, прокуратура, суд и
    все, кто читает его сайт. Чем отвечают на практике: [1], [5], [4]. Если
    подождать: Срок для суда идёт со дня, когда он узнал; потраченные деньги
    читают как согласие.
    Потому что: служба: по призыву, солдат или сержант по контракту; ст. 218
    КАС, ч. 1 ст. 219 КАС, ст. 33, 37, 46 Конституции [текст прочитан]; п. 5.1
    приказа ГП № 45 [из вторых рук].

- Административный иск об отказе (f2)
    Иск об оспаривании отказа: чей, когда, номер, каким основанием объяснён,
    когда и как он узнал. Что именно оспаривается, решает, какой суд. Устный
    отказ не ответ, но срок для нас может начать. Часть узнаёт из копии иска.
    Кто может: сам заявитель, адвокат, представитель. Кому: гарнизонный военный
    суд. Кто узнает: часть, округ, суд и все, кто читает его сайт. Чем отвечают
    на практике: [1], [4]. Если подождать: Три месяца со дня, когда он узнал;
    пропуск восстанавливают только по уважительной причине.
    Потому что: e4 копию контракта не дали, 05.06.2025; ст. 218 КАС, ч. 1 ст.
    219 КАС, ст. 220 КАС, ч. 2 ст. 221 КАС, ч. 11–12 ст. 226, ст. 62 КАС, ч. 1
    ст. 55 КАС, ст. 57 КАС, ст. 103–107 КАС, ч. 7 ст. 125, ст. 126 КАС, ст. 22,
    24 КАС [текст прочитан]; ст. 333.19, 333.36 НК (в редакции с 09.09.2024),
    ст. 18 КАС; 1-ФКЗ от 23.06.1999 [по памяти]; п. 1 ч. 1 ст. 7 1-ФКЗ от
    23.06.1999 [по выдержке]; пленум Верховного Суда от 28.06.2022 № 21 [из
    вторых рук].

- Обращение к уполномоченному
    Письмо уполномоченному по правам человека с копиями бумаг. Его обычно
    направляют вниз; часть узнаёт, когда спросят. Его ответ не запускает и не
    хранит срок для суда.
    Кто может: сам заявитель, родственник, адвокат. Кому: уполномоченный по
    правам человека. Кто узнает: часть. Чем отвечают на практике: [1], [6], [4].
    Если подождать: Немного.
    Потому что: e1 говорят, что контракт подписан; e4 копию контракта не дали,
    05.06.2025; e6 подпись под контрактом не его, 09.06.2025; ст. 33, 37, 46
    Конституции [текст прочитан].

Чем на это отвечают на практике:
  [1] С 2022 года на жалобу из места постоянной службы могли ответить отправкой
      в зону боевых действий. Как часто, мы не знаем. (из вторых рук)
  [2] После жалобы наверх вызывали и спрашивали: «Зачем писал?». Преследовать за
      обращение запрещено (ст. 6 59-ФЗ); вызов стоит записать в тот же день. (из
      вторых рук)
  [3] Вместо ответа собирали дисциплинарное дело: грубые проступки, потом
      увольнение по пп. «в» п. 2 ст. 51. (из вторых рук)
  [4] Ни одного надёжного числа о том, как часто за жалобой следует наказание,
      нет. Те, кто писал нам, — не все военнослужащие. (по памяти)
  [5] Срочникам, которые не подписывали контракт, обещали возвращение «грузом
      200». (из вторых рук)
  [6] Если родные сами служат, учатся в военном вузе или работают в части, нажим
      шёл через них. Спросите об этом до жалобы. (из вторых рук)

Возможные преступления против него
----------------------------------
  - Злоупотребление полномочиями (ст. 285 УК). Потому что: e7 бумага подделана
    (утверждают); ст. 285, 286, 293 УК (в редакции с 14.07.2022), п. 3 ч. 1 ст.
    40, ст. 157 УПК, пп. «в» п. 1 ч. 2 ст. 151 УПК [текст прочитан].
      - действовало должностное лицо, властью по службе: возможно (e7)
      - вопреки интересам службы: рапорт уничтожен или скрыт, бумага подделана,
        подпись выжата, давят на родных: возможно (e7)
      - корыстный или иной личный интерес: его надо назвать и показать: в записи
        нет
      Сообщать: военный следственный отдел.
      Не сообщать: командир части, должностное лицо части, командир роты,
      командир бригады, дивизии, военная полиция.
  - Неправомерный отказ в документах (ст. 140 УК). Потому что: e4 копию
    контракта не дали, 05.06.2025; ст. 140 УК, п. 3 ч. 1 ст. 40, ст. 157 УПК,
    пп. «в» п. 1 ч. 2 ст. 151 УПК [текст прочитан].
      - должностное лицо отказало в документах, затрагивающих его права: да (e4)
      - этим причинён вред его правам: его надо назвать: в записи нет
      Сообщать: военный следственный отдел.
      Не сообщать: командир части, должностное лицо части, командир роты,
      командир бригады, дивизии, военная полиция.

Что спросить, начиная с самого важного
--------------------------------------
  1. Где он сейчас и кто читает его телефон? (При каждом разговоре.)
      - Если он в зоне, удерживается или это неизвестно, от его имени не подают
        ничего, чего он не решил сам; если телефон читают, ему ничего не пишут.
  2. Трогал ли кто-нибудь эти деньги? У кого карта, есть ли выписка?
      - Потраченное читают как согласие с контрактом.
  3. Есть ли копия контракта и приказа? Кто и когда подписал, что в нём о сроке?
      - Без копии неизвестно, что оспаривать и какой срок в нём.
  4. Служит ли он там, где в бумагах бывает тайна? (Саму тайну не называть.)
      - Такие бумаги закрываются; с 2021 года перечень ФСБ делает опасным и сам
        сбор сведений.
  5. Какой шаг он выбрал, зная, кто узнает и чем на это отвечают?
      - Пока нет его решения, шаг не предлагают как следующий.
  6. Кто может решать и говорить за него, если связи не будет?
      - Без этого при молчании можно только то, что согласовано заранее.
  7. Кто он: офицер, по контракту, по призыву, мобилизован?
      - Если по призыву: нет: могут взыскать за обучение.
      - Если мобилизованный: нет: могут взыскать за обучение.
      - Если курсант: есть: могут взыскать за обучение.
  8. Он курсант, выпускник военного вуза или нет?
      - Если не учился в военном вузе: нет: могут взыскать за обучение.
  9. Было ли это на самом деле: e3 отняли телефон, между 19.05.2025 и
     05.06.2025? Кто видел, есть ли бумага?
      - Решит: его телефон читают.
  10. Служит ли кто-нибудь из родных, учится ли в военном вузе, знают ли они о
      рапорте?
      - Через родных давят: риск их, решают они.
  11. Было ли это на самом деле: e7 бумага подделана (утверждают), между
      01.05.2025 и 31.05.2025? Кто видел, есть ли бумага?
      - Решит: злоупотребление полномочиями (ст. 285 УК).
  12. f1, f2: Какой входящий номер и день регистрации? Чем доказано, что бумага
      дошла?
      - Решит: решение прокурора (f1).
      - Решит: решение прокурора без дополнительной проверки (f1).
      - Решит: ответ по существу (59-ФЗ) (f2).

Как бывает на деле (практика, не право)
---------------------------------------
  - Жалоба на ВВК, контракт или призыв — другие ответчики, а для комиссариата и
    другой суд (районный): «гарнизонный по умолчанию» вводит в заблуждение. (по
    памяти, источника нет)
  - В Чебаркуле прокуратура признала контракты заключёнными с нарушением, но
    контракты не прекратили: нарушение найдено, средства нет. (ozero2.0
    (teletype.in); из вторых рук)
  - Прокуратура и министерство часто направляют жалобу вниз; ответ приходил от
    того, кому не писали. О пересылке иногда можно только догадаться по ответу.
    (Новая газета, 16.11.2019; из вторых рук)
  - Военные прокуроры принимают жалобы семьи, в том числе по почте и телеграфом
    (инструкция 2003 года; приказ 45, п. 5.1). (bazanpa.ru; voenset.ru; по
    выдержке)

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
В скобках — насколько известен текст нормы: текст прочитан; по выдержке; из
вторых рук; по памяти (проверить до использования). * — расчётный день.

-- on 2025-06-10 in en --
Case x5: where it stands on 10 Jun 2025
=======================================
An invented case: there is no such man. It shows what the record must be able to
say: a contract in dispute, a mother as author, a call from another's phone.

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
  ! No sure contact. We do not know where he is. Silence by itself proves
    nothing. Ring the agreed person; then what was agreed with him beforehand.
    Because: e5 check-in (possibly under control), 9 Jun 2025; where he is:
    unknown.
  ! His word may have been given under control. He gave word from another's
    phone, briefly or through others. That does not show that he is well: ask
    for the agreed word at the next call. Because: e5 check-in (possibly under
    control), 9 Jun 2025.
  ! Possibly: his phone is read. Send nothing to this phone: no text of a
    raport, no questions, no name of an advocate. Speak through the agreed
    person. Because: e3 phone taken.
  ! In dispute: conscript or contract man. While the contract is in dispute both
    ladders of liability and both sets of rights apply: reckon with the worse,
    do not spend the money on the card, sign nothing. Because: service:
    conscript, soldier or sergeant by contract; art. 337(1) of the Criminal
    Code, art. 337(3) of the Criminal Code, art. 337(2.1) of the Criminal Code
    [from memory].
  ! Money for a contract on his card. Money that came is read as consent to the
    contract: do not spend it and do not send it back on one's own; keep the
    statement and the bank's message, and note who holds the card. Because: e2 a
    bonus came to his card, 23 May 2025; arts. 33, 37, 46 of the Constitution
    [text read].
  ! No privilege. This material is not protected by privilege: a volunteer may
    be questioned, his device searched. Because: arts. 56(3), 450.1 of the Code
    of Criminal Procedure; art. 8 of 63-FZ [second hand].

Whether these dangers too are there the record does not show; ask: the cost of
training may be claimed.

What the record holds
---------------------
  No.    When          What                                     Proof
  -----  ------------  ---------------------------------------  --------------
  e1     2025-05-01 –  a contract is said to be signed          word only
         2025-05-31
  e7     2025-05-01 –  a paper was forged (claimed)             none
         2025-05-31
  e3     2025-05-19 –  phone taken                              none
         2025-06-05
  e2     2025-05-23    a bonus came to his card                 documented
  e4     2025-06-05    copy of the contract refused, f2         word only
  e8     2025-06-06    posted, f1                               documented
  e6     2025-06-09    the signature is disputed                word only
  e9     2025-06-09    decided on a step (does it)              word only
  e5     2025-06-09    check-in (possibly under control)        word only

f1. complaint: check of a contract, ground: no contract was made → garrison
military prosecutor
---------------------------------------------------------------------------
The last that is known: posted (6 Jun 2025).
Ground "no contract was made": on the day of filing contested; today contested.
Because: e8 posted, 6 Jun 2025; art. 226(11)-(12), art. 62 of the KAS [text
read].

No start is seen in the record, there is nothing to count from: decision of the
prosecutor; decision of the prosecutor without a further check (point 5.1 of
order 45, point 5.1 of order 45 (15 days) [second hand]).

f2. request: copies of papers → unit commander
----------------------------------------------
The record does not say what became of it.

No start is seen in the record, there is nothing to count from: answer on the
substance (59-FZ) (art. 12(1) of 59-FZ [from memory]).

What was done against the law:
  - Copy of the contract refused. Papers that touch his rights must be shown and
    given. Because: e4 copy of the contract refused, 5 Jun 2025; art. 5 of
    59-FZ, art. 5.39 of the Code of Administrative Offences [from memory].
    Proof: word only; not enough for a claim.

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

- Agree on contact and gather papers
    Agree on a person, on words and a time of contact, on what is done if he
    falls silent and who then decides. Gather copies of the contract, orders,
    raports, papers of the reasons (health, family). Keep them outside the unit.
    Open to: the applicant, a relative, an advocate. Who learns of it: the
    family. If one waits: Without papers and an agreed person every later step
    is taken blind.
    Because: arts. 33, 37, 46 of the Constitution, arts. 59, 70, 76 of the KAS
    [text read]; arts. 38, 35 of 53-FZ; art. 38(3)(g) [from memory].

- A complaint to the superior commander (f2)
    A complaint to the immediate superior of the one complained of: facts, days,
    numbers; a request not to send it to the one complained of (art. 8(6) of
    59-FZ, words from memory). Personal, not collective, not in formation. The
    unit learns as soon as it is asked to explain. Not compulsory before a
    court.
    Open to: the applicant, an advocate, a representative. To: commander of the
    brigade or division. Who learns of it: the one complained of, the unit, the
    district. What practice knows as the reaction: [1], [2], [3], [4]. If one
    waits: A late or missing answer of the superior may be a valid reason before
    a court; it does not stop the term itself.
    Because: e4 copy of the contract refused, 5 Jun 2025; arts. 107-108 of the
    Disciplinary Charter, arts. 111-113 of the Disciplinary Charter, art. 8(6)
    of 59-FZ, appendix 6 to the Internal Service Charter, arts. 20-21 of the
    Internal Service Charter, art. 21 of 76-FZ [from memory]; art. 106 of the
    Disciplinary Charter [from an excerpt]; art. 6 of 59-FZ [text read]; art. 15
    of 59-FZ [second hand].

- Get a copy of the contract
    Ask in writing for a copy of the contract, of the order, and who signed and
    when. A relative may ask the prosecutor for a check. The unit learns at
    once. Nothing is signed “to get the copy”.
    Open to: the applicant, an advocate, a representative. To: unit commander.
    Who learns of it: the unit. What practice knows as the reaction: [5]. If one
    waits: Without a copy it is not known what is to be disputed.
    Because: service: conscript, soldier or sergeant by contract; art. 5 of
    59-FZ, art. 5.39 of the Code of Administrative Offences [from memory]; art.
    140 of the Criminal Code [text read].

- Dispute the contract
    The first question is the money on the card: did it come, when, how much; do
    not spend it, do not send it back on one's own, note it. Then the copy,
    samples of the signature, witnesses, the prosecutor, a court, an expertise.
    Until it is decided reckon with both: conscript and contract man. The unit
    learns at the first check.
    Open to: the applicant, an advocate, a representative. To: garrison military
    prosecutor, garrison military court. Who learns of it: the unit, the
    prosecutor, the court and whoever reads its site. What practice knows as the
    reaction: [1], [5], [4]. If one waits: The term for a court runs from the
    day he learned; money spent is read as consent.
    Because: service: conscript, soldier or sergeant by contract; art. 218 of
    the KAS, art. 219(1) of the KAS, arts. 33, 37, 46 of the Constitution [text
    read]; point 5.1 of order 45 [second hand].

- An administrative claim against a refusal (f2)
    A claim against a refusal: whose, when, its number, its ground, when and how
    he learned. What exactly is challenged decides the court. An oral refusal is
    no answer, but may start our term. The unit learns from its copy.
    Open to: the applicant, an advocate, a representative. To: garrison military
    court. Who learns of it: the unit, the district, the court and whoever reads
    its site. What practice knows as the reaction: [1], [4]. If one waits: Three
    months from the day he learned; a missed term is restored only for a valid
    reason.
    Because: e4 copy of the contract refused, 5 Jun 2025; art. 218 of the KAS,
    art. 219(1) of the KAS, art. 220 of the KAS, art. 221(2) of the KAS, art.
    226(11)-(12), art. 62 of the KAS, art. 55(1) of the KAS, art. 57 of the KAS,
    arts. 103-107 of the KAS, arts. 125(7), 126 of the KAS, arts. 22, 24 of the
    KAS [text read]; arts. 333.19, 333.36 of the Tax Code (as in force from 9
    Sep 2024), art. 18 of the KAS; 1-FKZ of 23.06.1999 [from memory]; art.
    7(1)(1) of 1-FKZ of 23.06.1999 [from an excerpt]; plenum 21 of the Supreme
    Court of 28.06.2022 [second hand].

- An application to the ombudsman
    A letter to the ombudsman with copies. It is usually sent down; the unit
    learns when asked. It neither starts nor keeps the term for a court.
    Open to: the applicant, a relative, an advocate. To: ombudsman. Who learns
    of it: the unit. What practice knows as the reaction: [1], [6], [4]. If one
    waits: Little.
    Because: e1 a contract is said to be signed; e4 copy of the contract
    refused, 5 Jun 2025; e6 the signature is disputed, 9 Jun 2025; arts. 33, 37,
    46 of the Constitution [text read].

What practice knows as the reaction:
  [1] Since 2022 a complaint from the home base could be answered by a posting
      to the zone of hostilities. How often we do not know. (second hand)
  [2] After a complaint upwards men were called in and asked “why did you
      write?”. To persecute for an appeal is forbidden (art. 6 of 59-FZ); the
      summons is worth noting the same day. (second hand)
  [3] In place of an answer a disciplinary file was built: gross offences, then
      a discharge under art. 51(2)(v). (second hand)
  [4] There is no reliable figure of how often a complaint is followed by a
      reprisal. Those who wrote to us are not all servicemen. (from memory)
  [5] Conscripts who would not sign a contract were promised a return as “cargo
      200”. (second hand)
  [6] Where relatives themselves serve, study at an academy or work in the unit,
      pressure went through them. Ask of it before a complaint. (second hand)

Possible offences against him
-----------------------------
  - Abuse of office (art. 285). Because: e7 a paper was forged (claimed); arts.
    285, 286, 293 of the Criminal Code (as in force from 14 Jul 2022), arts.
    40(1)(3), 157 of the Code of Criminal Procedure, art. 151(2)(1)(v) of the
    Code of Criminal Procedure [text read].
      - an official acted, by the power of his post: possibly (e7)
      - against the interests of the service: a raport destroyed or hidden, a
        paper forged, a signature forced, the family pressed: possibly (e7)
      - a selfish or other personal interest: it must be named and shown: the
        record is silent
      Report to: military investigative department.
      Not to: unit commander, an officer of the unit, company commander,
      commander of the brigade or division, military police.
  - Unlawful refusal of documents (art. 140). Because: e4 copy of the contract
    refused, 5 Jun 2025; art. 140 of the Criminal Code, arts. 40(1)(3), 157 of
    the Code of Criminal Procedure, art. 151(2)(1)(v) of the Code of Criminal
    Procedure [text read].
      - an official refused papers that touch his rights: yes (e4)
      - harm to his rights by it: it must be named: the record is silent
      Report to: military investigative department.
      Not to: unit commander, an officer of the unit, company commander,
      commander of the brigade or division, military police.

What to ask, the most valuable first
------------------------------------
  1. Where is he now, and who reads his phone? (At every talk.)
      - If he is in the zone, held, or it is unknown, nothing is filed in his
        name that he has not decided; if the phone is read, nothing is written
        to him.
  2. Has anybody touched the money? Who holds the card, is there a statement?
      - Money spent is read as consent to the contract.
  3. Is there a copy of the contract and of the order? Who signed it and when,
     what does it say of the term?
      - Without a copy it is not known what to dispute and what its term is.
  4. Does he serve where papers may hold secrets? (The secrets themselves are
     not to be named.)
      - Such papers are closed; since 2021 the FSB list makes collecting itself
        dangerous too.
  5. Which step has he chosen, knowing who will learn of it and what has
     happened to others?
      - Without his decision no step is put as the next.
  6. Who may decide and speak for him if contact is lost?
      - Without it, in silence only what was agreed beforehand may be done.
  7. What is he: officer, by contract, conscript, mobilised?
      - If conscript: it does not: the cost of training may be claimed.
      - If mobilised: it does not: the cost of training may be claimed.
      - If cadet: it holds: the cost of training may be claimed.
  8. Is he a cadet, a graduate of a military academy, or neither?
      - If neither: it does not: the cost of training may be claimed.
  9. Did it really happen: e3 phone taken, between 19 May 2025 and 5 Jun 2025?
     Who saw it, is there a paper?
      - Decides: his phone is read.
  10. Does anybody in the family serve or study at an academy, and do they know
      of the raport?
      - Pressure comes through the family: the risk is theirs, they decide.
  11. Did it really happen: e7 a paper was forged (claimed), between 1 May 2025
      and 31 May 2025? Who saw it, is there a paper?
      - Decides: abuse of office (art. 285).
  12. f1, f2: What are the incoming number and the day of registration? What
      proves that the paper arrived?
      - Decides: decision of the prosecutor (f1).
      - Decides: decision of the prosecutor without a further check (f1).
      - Decides: answer on the substance (59-FZ) (f2).

What is done in fact (practice, not law)
----------------------------------------
  - A complaint on a medical board, a contract or a call-up has other
    respondents, and for the commissariat another court (the district court):
    “garrison by default” misleads. (from memory, no source)
  - In Chebarkul prosecutors admitted unlawful contracts, yet the contracts were
    not ended: a violation found, no remedy given. (ozero2.0 (teletype.in);
    second hand)
  - The prosecutor's office and the ministry often send a complaint down; an
    answer came from one who had not been written to. The forwarding can
    sometimes only be inferred from the answer. (Новая газета, 16.11.2019;
    second hand)
  - Military prosecutors take complaints from the family, by post and telegraph
    too (an instruction of 2003; order 45, p. 5.1). (bazanpa.ru; voenset.ru;
    from an excerpt)

Law: Russia: leaving military service, release 1; compared with its sources on
22 Nov 2026. No lawyer has reviewed it yet.
In brackets: how well the words of a provision are known: text read; from an
excerpt; second hand; from memory (check before use). * a deemed day.

-- on 2025-06-10 for relative --
Дело x5: где оно стоит на 10.06.2025
====================================
Вымышленное дело: такого человека нет. Оно показывает, что запись должна уметь
сказать: спорный контракт, мать как автор жалобы, звонок с чужого телефона.

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
  ! Надёжной связи нет. Мы не знаем, где он. Молчание само по себе ничего не
    доказывает. Позвонить условленному человеку; дальше — по списку, о котором
    договорились с ним заранее.

f1. жалоба: проверка контракта, основание: контракт не заключался → военный
прокурор гарнизона
---------------------------------------------------------------------------
Последнее, что известно: отправлен почтой (06.06.2025).

f2. запрос: копии документов → командир части
---------------------------------------------
Что с ним стало, в записи не сказано.

Как бывает на деле (практика, не право)
---------------------------------------
  - Военные прокуроры принимают жалобы семьи, в том числе по почте и телеграфом
    (инструкция 2003 года; приказ 45, п. 5.1). (по выдержке)

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
