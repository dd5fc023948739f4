# Won, refused again by a unit with another number, the order signed, not struck off by his own consent: he serves.
-- case src/raport/sample/x9.toml --
-- on 2020-09-01 --
Дело x9: где оно стоит на 01.09.2020
====================================
Вымышленное дело: такого человека нет. Оно показывает, что запись должна уметь
сказать: победа в суде, исполненная для вида, приказ без исключения из списков.

! Дата окончания в контракте сама по себе службу не прекращает. Вы
  военнослужащий, пока нет приказа об исключении из списков части.

Что опасно
----------
  ! Удача — ещё не увольнение. Согласие командира, положительная комиссия,
    выигранное решение суда, заключение «Д», подписанный приказ службу не
    прекращают. Вы военнослужащий, пока нет приказа об исключении из списков
    части. Потому что: e18 ответ (удовлетворено, письменный), 15.06.2020; ст. 34
    Положения (указ 1237), п. 24 ст. 34 Положения (указ 1237) [по памяти].
  ! Отсутствие. Безопасного срока отсутствия не существует. Уголовное дело
    возможно и после нескольких часов, если следствие решит, что вы хотели
    уклониться от службы. Не уходите и не опаздывайте, рассчитывая на „два дня“
    или „десять дней“. Если вы уже не в части — не пишите об этом сюда и никому
    другому, сначала поговорите с адвокатом
    Потому что: п. 2 ст. 28.5 76-ФЗ [по памяти]; ст. 338 УК (в редакции с 1996)
    [текст прочитан].
  ! Могут взыскать за обучение. По части оснований выпускник возмещает расходы
    на обучение. Основания «собственное желание» и п. 3 в прочитанном отрывке
    списка нет; начало списка не прочитано, закон 12.2025 его расширил. Спросить
    юриста до выбора основания. Потому что: военный вуз: выпускник военного
    вуза; п. 7 ст. 35 53-ФЗ (в редакции с 06.07.2006) [по выдержке];
    постановление Правительства от 18.11.2014 № 821 [по памяти].
  ! Приказ подписан, но из списков не исключён. Пока нет приказа об исключении
    из списков, он служит и отвечает как военнослужащий. Если он сам согласился
    ждать жильё или расчёт, это его право, а не волокита. Потому что: e19 приказ
    об увольнении подписан; e20 выписка из приказа пришла в часть, 24.07.2020;
    ст. 34 Положения (указ 1237), п. 24 ст. 34 Положения (указ 1237) [по
    памяти].
  ! Часть переименована или слита. Прежний номер не освобождает от ответа:
    назвать обе части, прежнюю и нынешнюю; ответчика по иску проверяет адвокат.
    Потому что: e14 часть переименована; ч. 2 ст. 221 КАС [текст прочитан].
  ! Нет адвокатской тайны. Этот материал не защищён адвокатской тайной:
    волонтёра можно допросить, его устройство — осмотреть. Потому что: ч. 3 ст.
    56, ст. 450.1 УПК; ст. 8 63-ФЗ [из вторых рук].

Что есть в записи
-----------------
  №      Когда         Что                                      Чем доказано
  -----  ------------  ---------------------------------------  --------------
  e1     16.09.2019    зарегистрирован, f1                      документ
  e2     14.10.2019    ответ (обязан служить до конца           документ
                       контракта, письменный, срок контракта
                       не истёк), f1
  e3     05.11.2019    подано в суд, f2                         документ
  e4     08.11.2019    иск поступил в суд, f2                   документ
  e5     13.11.2019    иск возвращён, f2                        документ
  e6     09.12.2019    подано в суд, f3                         документ
  e7     12.12.2019    иск поступил в суд, f3                   документ
  e8     16.12.2019    иск принят, f3                           документ
  e9     10.01.2020    срок рассмотрения в суде продлён, f3     документ
  e14    01.02.2020 –  часть переименована                      только слова
         30.04.2020
  e10    10.02.2020    заседание окончено, оглашена             документ
                       резолютивная часть, f3
  e11    10.02.2020    решение суда (удовлетворено,             документ
                       рассмотреть рапорт заново), f3
  e12    21.02.2020    решение в окончательной форме, f3        документ
  e13    24.03.2020    решение вступило в силу (рассмотреть     документ
                       рапорт заново), f3
  e15    20.04.2020    ответ (обязан служить до конца           документ
                       контракта, письменный, срок контракта
                       не истёк), f3
  e16    20.04.2020    исполнено (для вида), f3                 документ
  e17    06.05.2020    получен адресатом, f4                    документ
  e18    15.06.2020    ответ (удовлетворено, письменный), f4    документ
  e19    01.07.2020 –  приказ об увольнении подписан, f1        только слова
         31.07.2020
  e20    24.07.2020    выписка из приказа пришла в часть, f1    свидетели
  e21    27.07.2020    согласился ждать расчёта до исключения   документ
                       (жильё), f1

f1. рапорт: увольнение со службы, основание: собственное желание, уважительные
причины (п. 6 ст. 51 53-ФЗ) → командир части
------------------------------------------------------------------------------
Последнее, что известно, вероятно: выписка из приказа пришла в часть
(24.07.2020); порядок или сами события не точны.
Основание «собственное желание, уважительные причины (п. 6 ст. 51 53-ФЗ)»: на
день подачи — возможно, на усмотрение; сегодня — возможно, на усмотрение. Потому
что: e1 зарегистрирован, 16.09.2019; п. 6 ст. 51 53-ФЗ [по памяти].

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. ответ по               16.09.2019    16.10.2019            есть в записи
  Дисциплинарному уставу
  2. ответ по существу      16.09.2019    16.10.2019            есть в записи
  (59-ФЗ)
  3. обжаловать отказ в     14.10.2019    14.01.2020            подано
  суде (по e2)
  4. исключение из списков  24.07.2020    24.08.2020 –          приостановлен
  части                                   29.09.2020

Почему:
  1. e1 зарегистрирован, 16.09.2019; e2 ответ (обязан служить до конца
     контракта, письменный, срок контракта не истёк), 14.10.2019; ст. 117
     Дисциплинарного устава [по памяти]. Доказательство: документ.
  2. e1 зарегистрирован, 16.09.2019; e2 ответ (обязан служить до конца
     контракта, письменный, срок контракта не истёк), 14.10.2019; ч. 1 ст. 12
     59-ФЗ [по памяти]. Счёт спорен. Доказательство: документ.
  3. e2 ответ (обязан служить до конца контракта, письменный, срок контракта не
     истёк), 14.10.2019; e6 подано в суд, 09.12.2019; ч. 1 ст. 219 КАС [текст
     прочитан]. Счёт спорен. Доказательство: документ.
  4. e20 выписка из приказа пришла в часть, 24.07.2020; п. 24 ст. 34 Положения
     (указ 1237) [по памяти]. Счёт спорен. Доказательство: свидетели.

Что нарушено:
  - Ответ не по существу. О том, что просили, не решили: сослались на другого,
    на прежний ответ или на срок контракта. Что ссылка на срок — не ответ, —
    наше чтение. Потому что: e2 ответ (обязан служить до конца контракта,
    письменный, срок контракта не истёк), 14.10.2019; ч. 1 ст. 10 59-ФЗ [по
    выдержке]; ст. 5 59-ФЗ [по памяти].
  - Отказ без законного основания. Отказ не назвал основания, которое есть в
    законе. Где закон оставляет усмотрение (п. 6), спорят о порядке: комиссия,
    причины, кто решал. Потому что: e2 ответ (обязан служить до конца контракта,
    письменный, срок контракта не истёк), 14.10.2019; п. 6 ст. 51 53-ФЗ, п. 3
    ст. 51 53-ФЗ [по памяти].
  - Беседы с листом не видно. До представления положена беседа с листом; в
    записи её нет: спросить его. Потому что: e19 приказ об увольнении подписан;
    ст. 34 Положения (указ 1237) [по памяти]. Доказательство: только слова; для
    иска этого мало.

f2. административное исковое заявление: рассмотреть рапорт повторно →
гарнизонный военный суд
---------------------------------------------------------------------
Последнее, что известно: иск возвращён (13.11.2019).

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. суд решает о принятии  08.11.2019    13.11.2019            есть в записи
  иска
  2. возврат иска           08.11.2019    13.11.2019            есть в записи

Почему:
  1. e4 иск поступил в суд, 08.11.2019; e5 иск возвращён, 13.11.2019; ч. 1 ст.
     127 КАС (в редакции с 01.10.2019) [по памяти]. Счёт спорен. Доказательство:
     документ.
  2. e4 иск поступил в суд, 08.11.2019; e5 иск возвращён, 13.11.2019; ч. 2 ст.
     129 КАС (в редакции с 01.10.2019) [по памяти]. Счёт спорен. Доказательство:
     документ.

f3. административное исковое заявление: рассмотреть рапорт повторно →
гарнизонный военный суд
---------------------------------------------------------------------
Последнее, что известно: исполнено (20.04.2020).

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. обжаловать отказ в     20.04.2020    20.07.2020            наш срок истёк
  суде (по e15)
  2. суд решает о принятии  12.12.2019    17.12.2019            есть в записи
  иска
  3. решение суда           12.12.2019    12.02.2020            есть в записи
  4. решение в              10.02.2020    25.02.2020            есть в записи
  окончательной форме
  5. сообщить об            24.03.2020    12.05.2020 (мягко);   истёк, мы ничего
  исполнении                              24.04.2020 (дни по    не видели
                                          указу — рабочие,
                                          строго)
  6. решить рапорт заново   24.03.2020    23.04.2020            есть в записи
  после суда

Почему:
  1. e15 ответ (обязан служить до конца контракта, письменный, срок контракта не
     истёк), 20.04.2020; ч. 1 ст. 219 КАС [текст прочитан]. Счёт спорен.
     Доказательство: документ.
  2. e7 иск поступил в суд, 12.12.2019; e8 иск принят, 16.12.2019; ч. 1 ст. 127
     КАС (в редакции с 01.10.2019) [по памяти]. Счёт спорен. Доказательство:
     документ.
  3. e7 иск поступил в суд, 12.12.2019; e11 решение суда (удовлетворено,
     рассмотреть рапорт заново), 10.02.2020; e9 срок рассмотрения в суде
     продлён, 10.01.2020; ч. 1 ст. 226 КАС, ч. 2 ст. 141 КАС [текст прочитан].
     Учтено продление. Счёт спорен. Доказательство: документ.
  4. e10 заседание окончено, оглашена резолютивная часть, 10.02.2020; e12
     решение в окончательной форме, 21.02.2020; ч. 2 ст. 177 КАС (в редакции с
     01.10.2019) [по памяти]. Счёт спорен. Доказательство: документ.
  5. e13 решение вступило в силу (рассмотреть рапорт заново), 24.03.2020; ст.
     227 КАС [текст прочитан]. Счёт спорен. Доказательство: документ.
  6. e13 решение вступило в силу (рассмотреть рапорт заново), 24.03.2020; e15
     ответ (обязан служить до конца контракта, письменный, срок контракта не
     истёк), 20.04.2020; ст. 117 Дисциплинарного устава [по памяти]. Счёт
     спорен. Доказательство: документ.

Что нарушено:
  - Решение суда не исполнено. Сообщения об исполнении мы не видели. Потому что:
    e13 решение вступило в силу (рассмотреть рапорт заново), 24.03.2020; ст. 227
    КАС [текст прочитан].
  - Ответ не по существу. О том, что просили, не решили: сослались на другого,
    на прежний ответ или на срок контракта. Что ссылка на срок — не ответ, —
    наше чтение. Потому что: e15 ответ (обязан служить до конца контракта,
    письменный, срок контракта не истёк), 20.04.2020; ч. 1 ст. 10 59-ФЗ [по
    выдержке]; ст. 5 59-ФЗ [по памяти].
  - Исполнено для вида. Решение исполнили на бумаге: снова тот же отказ. Потому
    что: e16 исполнено (для вида), 20.04.2020; ст. 227 КАС [текст прочитан].

f4. жалоба: рассмотреть рапорт повторно → командир бригады, дивизии
-------------------------------------------------------------------
Последнее, что известно: ответ (15.06.2020).

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. ответ по               09.05.2020 *  08.06.2020            есть в записи,
  Дисциплинарному уставу                                        позже срока
  2. ответ по существу      09.05.2020 *  08.06.2020            есть в записи,
  (59-ФЗ)                                                       позже срока

Почему:
  1. e17 получен адресатом, 06.05.2020; e18 ответ (удовлетворено, письменный),
     15.06.2020; ст. 117 Дисциплинарного устава, ст. 116 Дисциплинарного устава
     (регистрация) [по памяти]. Счёт спорен. Доказательство: документ.
  2. e17 получен адресатом, 06.05.2020; e18 ответ (удовлетворено, письменный),
     15.06.2020; ч. 1 ст. 12 59-ФЗ, ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт спорен.
     Доказательство: документ.
  * День начала расчётный (наше чтение, спорно): поданное по его словам считаем
    поступившим в тот же день, а регистрацию, которой не видно, — сделанной в
    последний день её срока.

Что нарушено:
  - Ответ позже срока. Ответ пришёл позже срока; для суда поздний ответ
    вышестоящего — уважительная причина. Потому что: e17 получен адресатом,
    06.05.2020; e18 ответ (удовлетворено, письменный), 15.06.2020; ст. 117
    Дисциплинарного устава, ст. 116 Дисциплинарного устава (регистрация), ч. 1
    ст. 12 59-ФЗ, ч. 2 ст. 8 59-ФЗ [по памяти].

Что можно сделать
-----------------
Это возможные шаги, а не следующий шаг: следующим станет тот, который он сам
выберет, зная, чем шаг грозит. «>» — с чего начать разговор.

- Сейчас ничего не подавать, хранить доказательства
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

- Просьба исключить из списков и рассчитать (f1)
    После приказа об увольнении попросить выписку, расчёт, отпуск и исключение
    из списков; если он сам согласился ждать жильё — не торопить: это право, а
    не волокита. До исключения он служит.
    Кто может: сам заявитель. Кому: командир части. Кто узнает: часть. Если
    подождать: Месяц по Положению считают от прихода выписки; день её прихода
    надо знать.
    Потому что: e19 приказ об увольнении подписан; e20 выписка из приказа пришла
    в часть, 24.07.2020; ст. 34 Положения (указ 1237), п. 24 ст. 34 Положения
    (указ 1237) [по памяти].

- Исполнение решения (f3)
    Попросить у суда лист и отчёт органа об исполнении; если исполнено только по
    виду (снова отказ теми же словами), — новый иск и заявление в суд.
    «Рассмотреть заново» запускает новый срок. Часть узнаёт сразу. Выигранное
    решение — ещё не увольнение: до исключения из списков он служит.
    Кто может: сам заявитель, адвокат, представитель. Кому: гарнизонный военный
    суд. Кто узнает: часть, суд и все, кто читает его сайт. Если подождать: Без
    напоминания решение лежит.
    Потому что: e11 решение суда (удовлетворено, рассмотреть рапорт заново),
    10.02.2020; e13 решение вступило в силу (рассмотреть рапорт заново),
    24.03.2020; ст. 227 КАС, ч. 2 ст. 188 КАС [текст прочитан].

- Возмещение вреда (f3)
    После установленного нарушения — убытки и моральный вред через суд. Об этом
    решает адвокат.
    Кто может: сам заявитель, адвокат, представитель. Кому: гарнизонный военный
    суд. Кто узнает: часть, суд и все, кто читает его сайт. Если подождать:
    Немного: ждёт решения по главному.
    Потому что: e11 решение суда (удовлетворено, рассмотреть рапорт заново),
    10.02.2020; ст. 16 59-ФЗ, ст. 21 76-ФЗ, ст. 18 КАС; 1-ФКЗ от 23.06.1999 [по
    памяти].

Что спросить, начиная с самого важного
--------------------------------------
  1. Где он сейчас и кто читает его телефон? (При каждом разговоре.)
      - Если он в зоне, удерживается или это неизвестно, от его имени не подают
        ничего, чего он не решил сам; если телефон читают, ему ничего не пишут.
  2. f3: Когда и как он узнал об отказе или бездействии?
      - С этого дня идут три месяца для суда.
  3. Есть ли копия контракта и приказа? Кто и когда подписал, что в нём о сроке?
      - Без копии неизвестно, что оспаривать и какой срок в нём.
  4. Служит ли он там, где в бумагах бывает тайна? (Саму тайну не называть.)
      - Такие бумаги закрываются; с 2021 года перечень ФСБ делает опасным и сам
        сбор сведений.
  5. Какой шаг он выбрал, зная, кто узнает и чем на это отвечают?
      - Пока нет его решения, шаг не предлагают как следующий.
  6. Кто может решать и говорить за него, если связи не будет?
      - Без этого при молчании можно только то, что согласовано заранее.
  7. Нет ли требования возместить обучение и по какому основанию?
      - «Собственное желание» в прочитанном отрывке списка не стоит; начало
        списка не прочитано.
  8. Служит ли кто-нибудь из родных, учится ли в военном вузе, знают ли они о
     рапорте?
      - Через родных давят: риск их, решают они.
  9. Не переименована ли часть, каков её нынешний номер?
      - От этого зависит ответчик.
  10. f4: Какой входящий номер и день регистрации? Чем доказано, что бумага
      дошла?
      - Решит: ответ по существу (59-ФЗ) (f4).
      - Решит: ответ по Дисциплинарному уставу (f4).

Как бывает на деле (практика, не право)
---------------------------------------
  - Обычная победа в суде — «рассмотреть рапорт заново». Она запускает новый
    срок и часто новый отказ; это ещё не увольнение. (по памяти, источника нет)
  - Отвечают, что рапорт — служебный документ, а не обращение, и срока ответа
    нет. Ст. 106 Дисциплинарного устава сама называет рапорт формой письменного
    обращения; её и стоит назвать в бумаге. (minjust-irk.ru (гл. 6
    Дисциплинарного устава); по выдержке)
  - Размер пошлины спорен (до и после 09.09.2024, второе по памяти); в проекте
    её число не ставят. Минфин: военнослужащие как «трудовые» истцы не
    освобождены, суд может отсрочить или уменьшить. (ub.1mcg.ru; из вторых рук)
  - Приказ подписан, а из списков не исключают: жильё, отпуск, сдача имущества.
    (по памяти, источника нет)

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
В скобках — насколько известен текст нормы: текст прочитан; по выдержке; из
вторых рук; по памяти (проверить до использования). * — расчётный день.

-- on 2020-09-01 in en --
Case x9: where it stands on 1 Sep 2020
======================================
An invented case: there is no such man. It shows what the record must be able to
say: a judgment carried out in form only, an order without the exclusion from
the lists.

! The end date in the contract does not by itself end the service. You are a
  serviceman until there is an order that strikes you off the lists of the unit.

What is dangerous
-----------------
  ! A success is not yet a discharge. A commander's consent, a favourable
    commission, a judgment won, a conclusion “D”, a signed order do not end the
    service. You are a serviceman until there is an order that strikes you off
    the lists of the unit. Because: e18 answer (granted, written), 15 Jun 2020;
    art. 34 of the Regulation (decree 1237), art. 34(24) of the Regulation
    (decree 1237) [from memory].
  ! Absence. There is no safe length of absence. A criminal case is possible
    even after a few hours if the investigators decide that you wanted to evade
    service. Do not leave and do not be late in reliance on “two days” or “ten
    days”. If you are already not in the unit, do not write of it here or to
    anybody else: speak to an advocate first
    Because: art. 28.5(2) of 76-FZ [from memory]; art. 338 of the Criminal Code
    (as in force from 1996) [text read].
  ! The cost of training may be claimed. On some grounds a graduate repays his
    training. “Own wish” and point 3 do not stand in the part of the list that
    was read; its head was not read, and the law of 12.2025 widened it. Ask a
    lawyer before choosing a ground. Because: military academy: graduate of a
    military academy; art. 35(7) of 53-FZ (as in force from 6 Jul 2006) [from an
    excerpt]; Government decree 821 of 18.11.2014 [from memory].
  ! The order is signed but he is not struck off. Until the order of exclusion
    he serves and answers as a serviceman. Where he himself agreed to wait for
    housing or settlement, that is his right and no delay. Because: e19 order of
    dismissal signed; e20 extract of the order reached the unit, 24 Jul 2020;
    art. 34 of the Regulation (decree 1237), art. 34(24) of the Regulation
    (decree 1237) [from memory].
  ! The unit was renamed or merged. The former number frees nobody from
    answering: name both units, the former and the present; an advocate checks
    the respondent of a claim. Because: e14 unit renamed; art. 221(2) of the KAS
    [text read].
  ! No privilege. This material is not protected by privilege: a volunteer may
    be questioned, his device searched. Because: arts. 56(3), 450.1 of the Code
    of Criminal Procedure; art. 8 of 63-FZ [second hand].

What the record holds
---------------------
  No.    When          What                                     Proof
  -----  ------------  ---------------------------------------  --------------
  e1     2019-09-16    registered, f1                           documented
  e2     2019-10-14    answer (must serve out the contract,     documented
                       written, the contract has not ended),
                       f1
  e3     2019-11-05    lodged with the court, f2                documented
  e4     2019-11-08    claim reached the court, f2              documented
  e5     2019-11-13    claim returned, f2                       documented
  e6     2019-12-09    lodged with the court, f3                documented
  e7     2019-12-12    claim reached the court, f3              documented
  e8     2019-12-16    claim accepted, f3                       documented
  e9     2020-01-10    term of the court extended, f3           documented
  e14    2020-02-01 –  unit renamed                             word only
         2020-04-30
  e10    2020-02-10    hearing ended, operative part read, f3   documented
  e11    2020-02-10    judgment (granted, decide the raport     documented
                       again), f3
  e12    2020-02-21    judgment in final form, f3               documented
  e13    2020-03-24    judgment in force (decide the raport     documented
                       again), f3
  e15    2020-04-20    answer (must serve out the contract,     documented
                       written, the contract has not ended),
                       f3
  e16    2020-04-20    complied with (in form only), f3         documented
  e17    2020-05-06    delivered, f4                            documented
  e18    2020-06-15    answer (granted, written), f4            documented
  e19    2020-07-01 –  order of dismissal signed, f1            word only
         2020-07-31
  e20    2020-07-24    extract of the order reached the unit,   witnessed
                       f1
  e21    2020-07-27    agreed to wait for settlement            documented
                       (housing), f1

f1. raport: discharge from service, ground: own wish with valid reasons (art.
51(6) of 53-FZ) → unit commander
-----------------------------------------------------------------------------
The last that is known, probably: extract of the order reached the unit (24 Jul
2020); the order or the events themselves are not certain.
Ground "own wish with valid reasons (art. 51(6) of 53-FZ)": on the day of filing
possible, at discretion; today possible, at discretion. Because: e1 registered,
16 Sep 2019; art. 51(6) of 53-FZ [from memory].

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. answer under the       2019-09-16    2019-10-16            in the record
  Disciplinary Charter
  2. answer on the          2019-09-16    2019-10-16            in the record
  substance (59-FZ)
  3. challenge the refusal  2019-10-14    2020-01-14            filed
  in court (by e2)
  4. exclusion from the     2020-07-24    2020-08-24 –          suspended
  unit's lists                            2020-09-29

Why:
  1. e1 registered, 16 Sep 2019; e2 answer (must serve out the contract,
     written, the contract has not ended), 14 Oct 2019; art. 117 of the
     Disciplinary Charter [from memory]. Proof: documented.
  2. e1 registered, 16 Sep 2019; e2 answer (must serve out the contract,
     written, the contract has not ended), 14 Oct 2019; art. 12(1) of 59-FZ
     [from memory]. The count is contested. Proof: documented.
  3. e2 answer (must serve out the contract, written, the contract has not
     ended), 14 Oct 2019; e6 lodged with the court, 9 Dec 2019; art. 219(1) of
     the KAS [text read]. The count is contested. Proof: documented.
  4. e20 extract of the order reached the unit, 24 Jul 2020; art. 34(24) of the
     Regulation (decree 1237) [from memory]. The count is contested. Proof:
     witnessed.

What was done against the law:
  - Answer without substance. What was asked was not decided: another, an
    earlier answer or the term of the contract was pointed to. That pointing to
    the term is no answer is our reading. Because: e2 answer (must serve out the
    contract, written, the contract has not ended), 14 Oct 2019; art. 10(1) of
    59-FZ [from an excerpt]; art. 5 of 59-FZ [from memory].
  - Refused on no lawful ground. The refusal named no ground that the law knows.
    Where the law leaves it to discretion (point 6) the dispute is on procedure:
    the commission, the reasons, who decided. Because: e2 answer (must serve out
    the contract, written, the contract has not ended), 14 Oct 2019; art. 51(6)
    of 53-FZ, art. 51(3) of 53-FZ [from memory].
  - No interview with minutes seen. Before the presentation there must be an
    interview with minutes; the record does not hold it: ask him. Because: e19
    order of dismissal signed; art. 34 of the Regulation (decree 1237) [from
    memory]. Proof: word only; not enough for a claim.

f2. administrative claim: decide the raport again → garrison military court
---------------------------------------------------------------------------
The last that is known: claim returned (13 Nov 2019).

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. the court decides on   2019-11-08    2019-11-13            in the record
  acceptance
  2. return of the claim    2019-11-08    2019-11-13            in the record

Why:
  1. e4 claim reached the court, 8 Nov 2019; e5 claim returned, 13 Nov 2019;
     art. 127(1) of the KAS (as in force from 1 Oct 2019) [from memory]. The
     count is contested. Proof: documented.
  2. e4 claim reached the court, 8 Nov 2019; e5 claim returned, 13 Nov 2019;
     art. 129(2) of the KAS (as in force from 1 Oct 2019) [from memory]. The
     count is contested. Proof: documented.

f3. administrative claim: decide the raport again → garrison military court
---------------------------------------------------------------------------
The last that is known: complied with (20 Apr 2020).

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. challenge the refusal  2020-04-20    2020-07-20            our term is over
  in court (by e15)
  2. the court decides on   2019-12-12    2019-12-17            in the record
  acceptance
  3. judgment               2019-12-12    2020-02-12            in the record
  4. judgment in final      2020-02-10    2020-02-25            in the record
  form
  5. report of execution    2020-03-24    2020-05-12            over, we have
                                          (lenient);            seen nothing
                                          2020-04-24 (decreed
                                          days worked, strict)
  6. decide the raport      2020-03-24    2020-04-23            in the record
  again after the judgment

Why:
  1. e15 answer (must serve out the contract, written, the contract has not
     ended), 20 Apr 2020; art. 219(1) of the KAS [text read]. The count is
     contested. Proof: documented.
  2. e7 claim reached the court, 12 Dec 2019; e8 claim accepted, 16 Dec 2019;
     art. 127(1) of the KAS (as in force from 1 Oct 2019) [from memory]. The
     count is contested. Proof: documented.
  3. e7 claim reached the court, 12 Dec 2019; e11 judgment (granted, decide the
     raport again), 10 Feb 2020; e9 term of the court extended, 10 Jan 2020;
     art. 226(1) of the KAS, art. 141(2) of the KAS [text read]. An extension is
     counted. The count is contested. Proof: documented.
  4. e10 hearing ended, operative part read, 10 Feb 2020; e12 judgment in final
     form, 21 Feb 2020; art. 177(2) of the KAS (as in force from 1 Oct 2019)
     [from memory]. The count is contested. Proof: documented.
  5. e13 judgment in force (decide the raport again), 24 Mar 2020; art. 227 of
     the KAS [text read]. The count is contested. Proof: documented.
  6. e13 judgment in force (decide the raport again), 24 Mar 2020; e15 answer
     (must serve out the contract, written, the contract has not ended), 20 Apr
     2020; art. 117 of the Disciplinary Charter [from memory]. The count is
     contested. Proof: documented.

What was done against the law:
  - Judgment not carried out. We have seen no report of execution. Because: e13
    judgment in force (decide the raport again), 24 Mar 2020; art. 227 of the
    KAS [text read].
  - Answer without substance. What was asked was not decided: another, an
    earlier answer or the term of the contract was pointed to. That pointing to
    the term is no answer is our reading. Because: e15 answer (must serve out
    the contract, written, the contract has not ended), 20 Apr 2020; art. 10(1)
    of 59-FZ [from an excerpt]; art. 5 of 59-FZ [from memory].
  - Complied with in form only. The judgment was carried out on paper: the same
    refusal again. Because: e16 complied with (in form only), 20 Apr 2020; art.
    227 of the KAS [text read].

f4. complaint: decide the raport again → commander of the brigade or division
-----------------------------------------------------------------------------
The last that is known: answer (15 Jun 2020).

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. answer under the       2020-05-09 *  2020-06-08            in the record,
  Disciplinary Charter                                          late
  2. answer on the          2020-05-09 *  2020-06-08            in the record,
  substance (59-FZ)                                             late

Why:
  1. e17 delivered, 6 May 2020; e18 answer (granted, written), 15 Jun 2020; art.
     117 of the Disciplinary Charter, art. 116 of the Disciplinary Charter
     (registration) [from memory]. The count is contested. Proof: documented.
  2. e17 delivered, 6 May 2020; e18 answer (granted, written), 15 Jun 2020; art.
     12(1) of 59-FZ, art. 8(2) of 59-FZ [from memory]. The count is contested.
     Proof: documented.
  * The start is deemed (our reading, contested): what he says he handed in is
    taken to have arrived that day, a registration that was not seen to have
    been made on the last day of its term.

What was done against the law:
  - Answered late. The answer came after its term; before a court a superior's
    late answer is a valid reason. Because: e17 delivered, 6 May 2020; e18
    answer (granted, written), 15 Jun 2020; art. 117 of the Disciplinary
    Charter, art. 116 of the Disciplinary Charter (registration), art. 12(1) of
    59-FZ, art. 8(2) of 59-FZ [from memory].

What could be done
------------------
These are possible steps, not the next one: next is the one he himself chooses,
knowing what it exposes. ">" is where to begin the talk.

- Do nothing now, keep proof
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

- Ask to be struck off and settled with (f1)
    After the order of discharge ask for the extract, settlement, leave and the
    exclusion from the lists; where he himself agreed to wait for housing do not
    hurry it: that is a right, not a delay. Until the exclusion he serves.
    Open to: the applicant. To: unit commander. Who learns of it: the unit. If
    one waits: The month of the Regulation runs from the arrival of the extract;
    its day must be known.
    Because: e19 order of dismissal signed; e20 extract of the order reached the
    unit, 24 Jul 2020; art. 34 of the Regulation (decree 1237), art. 34(24) of
    the Regulation (decree 1237) [from memory].

- Carrying out the judgment (f3)
    Ask the court for the writ and the respondent's report; where it was
    complied with in form only (refused again in the same words), a new claim
    and an application to the court. “Decide again” starts a new term. The unit
    learns at once. A judgment won is not yet a discharge: until the exclusion
    from the lists he serves.
    Open to: the applicant, an advocate, a representative. To: garrison military
    court. Who learns of it: the unit, the court and whoever reads its site. If
    one waits: Without a reminder the judgment lies.
    Because: e11 judgment (granted, decide the raport again), 10 Feb 2020; e13
    judgment in force (decide the raport again), 24 Mar 2020; art. 227 of the
    KAS, art. 188(2) of the KAS [text read].

- Damages (f3)
    After a breach was found, damages and moral harm by a court. An advocate
    decides on it.
    Open to: the applicant, an advocate, a representative. To: garrison military
    court. Who learns of it: the unit, the court and whoever reads its site. If
    one waits: Little: it waits for the main matter.
    Because: e11 judgment (granted, decide the raport again), 10 Feb 2020; art.
    16 of 59-FZ, art. 21 of 76-FZ, art. 18 of the KAS; 1-FKZ of 23.06.1999 [from
    memory].

What to ask, the most valuable first
------------------------------------
  1. Where is he now, and who reads his phone? (At every talk.)
      - If he is in the zone, held, or it is unknown, nothing is filed in his
        name that he has not decided; if the phone is read, nothing is written
        to him.
  2. f3: When and how did he learn of the refusal or the inaction?
      - The three months for a court run from that day.
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
  7. Is there a claim to repay training, and on what ground?
      - “Own wish” does not stand in the part of the list that was read; the
        head of the list was not read.
  8. Does anybody in the family serve or study at an academy, and do they know
     of the raport?
      - Pressure comes through the family: the risk is theirs, they decide.
  9. Was the unit renamed, what is its present number?
      - The respondent depends on it.
  10. f4: What are the incoming number and the day of registration? What proves
      that the paper arrived?
      - Decides: answer on the substance (59-FZ) (f4).
      - Decides: answer under the Disciplinary Charter (f4).

What is done in fact (practice, not law)
----------------------------------------
  - The usual victory in court is “decide the raport again”. It starts a new
    term and often brings a new refusal; it is not yet a discharge. (from
    memory, no source)
  - It is answered that a raport is a paper of the service and no appeal, and
    that no term runs. Art. 106 of the Disciplinary Charter itself names the
    raport as the form of a written appeal; the paper should cite it.
    (minjust-irk.ru (гл. 6 Дисциплинарного устава); from an excerpt)
  - The fee is in doubt (before and after 09.09.2024, the latter from memory); a
    draft names no sum. The Ministry of Finance: servicemen are not exempt as
    labour claimants, a court may defer or reduce. (ub.1mcg.ru; second hand)
  - The order is signed, but he is not struck off: housing, leave, the handing
    over of property. (from memory, no source)

Law: Russia: leaving military service, release 1; compared with its sources on
22 Nov 2026. No lawyer has reviewed it yet.
In brackets: how well the words of a provision are known: text read; from an
excerpt; second hand; from memory (check before use). * a deemed day.

-- on 2020-09-01 for applicant --
Дело x9: где оно стоит на 01.09.2020
====================================
Вымышленное дело: такого человека нет. Оно показывает, что запись должна уметь
сказать: победа в суде, исполненная для вида, приказ без исключения из списков.

! Дата окончания в контракте сама по себе службу не прекращает. Вы
  военнослужащий, пока нет приказа об исключении из списков части.

Что опасно
----------
  ! Удача — ещё не увольнение. Согласие командира, положительная комиссия,
    выигранное решение суда, заключение «Д», подписанный приказ службу не
    прекращают. Вы военнослужащий, пока нет приказа об исключении из списков
    части. Потому что: ст. 34 Положения (указ 1237), п. 24 ст. 34 Положения
    (указ 1237) [по памяти].
  ! Отсутствие. Безопасного срока отсутствия не существует. Уголовное дело
    возможно и после нескольких часов, если следствие решит, что вы хотели
    уклониться от службы. Не уходите и не опаздывайте, рассчитывая на „два дня“
    или „десять дней“. Если вы уже не в части — не пишите об этом сюда и никому
    другому, сначала поговорите с адвокатом
    Потому что: п. 2 ст. 28.5 76-ФЗ [по памяти]; ст. 338 УК (в редакции с 1996)
    [текст прочитан].

f1. рапорт: увольнение со службы, основание: собственное желание, уважительные
причины (п. 6 ст. 51 53-ФЗ) → командир части
------------------------------------------------------------------------------
Последнее, что известно, вероятно: выписка из приказа пришла в часть
(24.07.2020); порядок или сами события не точны.

f2. административное исковое заявление: рассмотреть рапорт повторно →
гарнизонный военный суд
---------------------------------------------------------------------
Последнее, что известно: иск возвращён (13.11.2019).

f3. административное исковое заявление: рассмотреть рапорт повторно →
гарнизонный военный суд
---------------------------------------------------------------------
Последнее, что известно: исполнено (20.04.2020).

f4. жалоба: рассмотреть рапорт повторно → командир бригады, дивизии
-------------------------------------------------------------------
Последнее, что известно: ответ (15.06.2020).

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
