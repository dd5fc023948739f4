# He left four months ago and a case is open: for an advocate only, one step, no draft; outside the desk nothing of it is seen.
-- case src/raport/sample/x8.toml --
-- on 2025-06-20 --
Дело x8: где оно стоит на 20.06.2025
====================================
Вымышленное дело: такого человека нет.

! Дата окончания в контракте сама по себе службу не прекращает (указ 647, п. 4).
  Вы военнослужащий, пока нет приказа об исключении из списков части.

! Дело только для адвоката: в записи есть то, что говорит против самого
  человека. До адвоката — никаких писем и ничего письменно; позовите адвоката
  сейчас. Этот материал не защищён адвокатской тайной.

Что опасно
----------
  ! Отсутствие: военнослужащий по контракту. Позвонить сейчас, адвокат сейчас.
    Ничего не писать. Безопасного срока отсутствия не существует: отсчёта нет,
    ступени только называются. Потому что: e4 отсутствует; п. 2 ст. 28.5 76-ФЗ,
    п. 12 ст. 38 53-ФЗ (в редакции с 1998), ч. 2.1 ст. 337 УК, ч. 3.1 ст. 337
    УК, ч. 5 ст. 337 УК [по памяти]; ст. 338 УК (в редакции с 24.09.2022) [текст
    прочитан].
      - дисциплинарная ответственность: с первых часов: по дням наверняка
        пройдена — п. 2 ст. 28.5 76-ФЗ [по памяти]
      - срок службы перестаёт считаться: вопрос юристу: возможно, пройдена — п.
        12 ст. 38 53-ФЗ (в редакции с 1998) [по памяти]
      - преступление по длительности: мобилизация, военное положение, боевые
        действия: по дням наверняка пройдена — ч. 2.1 ст. 337 УК [по памяти]
      - то же, тяжелее: по дням наверняка пройдена — ч. 3.1 ст. 337 УК [по
        памяти]
      - то же, самая тяжкая часть: по дням наверняка пройдена — ч. 5 ст. 337 УК
        [по памяти]
      - преступление по цели: без всякой длительности: возможно, пройдена — ст.
        338 УК (в редакции с 24.09.2022) [текст прочитан]
  ! Отсутствие. Безопасного срока отсутствия не существует. Уголовное дело
    возможно и после нескольких часов, если следствие решит, что вы хотели
    уклониться от службы. Не уходите и не опаздывайте, рассчитывая на „два дня“
    или „десять дней“. Если вы уже не в части — не пишите об этом сюда и никому
    другому, сначала поговорите с адвокатом
    Потому что: п. 2 ст. 28.5 76-ФЗ [по памяти]; ст. 338 УК (в редакции с
    24.09.2022) [текст прочитан].
  ! Уголовное дело против него. Проверка или дело уже есть: только адвокат,
    ничего письменно и ничего в сеть; показания — в присутствии адвоката. Потому
    что: e5 дело возбуждено; ч. 3 ст. 337 УК [по памяти]; ст. 338 УК (в редакции
    с 24.09.2022) [текст прочитан].
  ! Срок для суда по строгому счёту истёк (f1). Это не основание не подавать:
    причины пропуска рассматривает суд, а поздний ответ начальника — одна из
    них. О бездействии есть и другое чтение: пока не ответили, срок не кончился;
    оно спорно. Потому что: e2 ответ (отказ по мобилизации, устный); ч. 5–8 ст.
    219 КАС [текст прочитан]; ч. 1 и 1.1 ст. 219 КАС (в редакции с 01.10.2019)
    [по памяти].
  ! Появляться изредка — не выход. Раньше советовали появляться в части изредка,
    чтобы отсутствие прерывалось. Сегодня этот совет опасен: и проступок, и
    преступление возможны, а цель уклониться выводят из самих появлений. Потому
    что: e3 ушёл из части; e4 отсутствует; п. 2 ст. 28.5 76-ФЗ, ст. 28.2 76-ФЗ
    [по памяти]; ст. 338 УК (в редакции с 24.09.2022) [текст прочитан].
  ! Срок службы может не засчитываться. Самовольное отсутствие сверх срока ст.
    38 53-ФЗ в срок службы не входит: контракт удлиняется. Закон 12.2025 изменил
    этот срок, его номер и день не прочитаны: это вопрос юристу, не вывод.
    Потому что: e3 ушёл из части; e4 отсутствует; п. 12 ст. 38 53-ФЗ (в редакции
    с 1998) [по памяти].
  ! Нет адвокатской тайны. Этот материал не защищён адвокатской тайной:
    волонтёра можно допросить, его устройство — осмотреть. Потому что: ч. 3 ст.
    56, ст. 450.1 УПК; ст. 8 63-ФЗ [из вторых рук].

Есть ли и эти опасности, по записи не видно, надо спросить: могут взыскать за
обучение; контракт продлён указом.

Что есть в записи
-----------------
  №      Когда         Что                                      Чем доказано
  -----  ------------  ---------------------------------------  --------------
  e1     01.10.2024 –  подан, f1                                только слова
         31.12.2024
  e2     08.10.2024 –  ответ (отказ по мобилизации, устный),    только слова
         21.01.2025    f1
  e3     01.01.2025 –  ушёл из части                            только слова
         31.03.2025
  e4     01.01.2025 –  отсутствует                              только слова
         31.03.2025
  e5     01.04.2025 –  дело возбуждено                          только слова
         20.06.2025
  e6     01.04.2025 –  в розыске                                нет
         20.06.2025

f1. рапорт: увольнение со службы, основание: семейные обстоятельства: уход за
родственником (пп. «в» п. 3 ст. 51) → командир части
-----------------------------------------------------------------------------
Последнее, что известно, вероятно: ответ (между 08.10.2024 и 21.01.2025);
порядок или сами события не точны.
Основание «семейные обстоятельства: уход за родственником (пп. «в» п. 3 ст.
51)»: на день подачи — спорно; сегодня — спорно. Потому что: e1 подан; п. 5
указа 647 [из вторых рук].

  Срок                      Начало        Последний день        Где стоит
  ------------------------  ------------  --------------------  ----------------
  1. регистрация в части    01.10.2024 –  04.10.2024 –          истёк, мы ничего
                            31.12.2024    03.01.2025            не видели
  2. ответ по               04.10.2024 –  03.11.2024 –          истёк, мы ничего
  Дисциплинарному уставу    03.01.2025 *  02.02.2025            не видели
  3. регистрация (59-ФЗ)    01.10.2024 –  04.10.2024 –          истёк, мы ничего
                            31.12.2024    03.01.2025 (строго);  не видели
                                          04.10.2024 –
                                          09.01.2025 (мягко)
  4. ответ по существу      04.10.2024 –  03.11.2024 –          истёк, мы ничего
  (59-ФЗ)                   03.01.2025 *  02.02.2025 (строго);  не видели
                                          05.11.2024 –
                                          03.02.2025 (мягко)
  5. обжаловать отказ в     08.10.2024 –  09.01.2025 –          наш срок истёк
  суде (по e2)              21.01.2025    21.04.2025 (мягко,
                                          дни по указу —
                                          рабочие); 28.12.2024
                                          – 21.04.2025
                                          (строго)
  6. обжаловать             03.11.2024 –  03.02.2025 –          возможно: наш
  бездействие в суде        02.02.2025    30.04.2025            срок истёк; или:
                                          (разовое); пока       наш срок идёт
                                          длится обязанность
                                          (длящееся)

Почему:
  1. e1 подан; ст. 116 Дисциплинарного устава (регистрация) [по памяти].
     Доказательство: только слова.
  2. e1 подан; ст. 117 Дисциплинарного устава, ст. 116 Дисциплинарного устава
     (регистрация) [по памяти]. Счёт спорен. Доказательство: только слова.
  3. e1 подан; ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт спорен. Доказательство: только
     слова.
  4. e1 подан; ч. 1 ст. 12 59-ФЗ, ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт спорен.
     Доказательство: только слова.
  5. e2 ответ (отказ по мобилизации, устный); ч. 1 ст. 219 КАС [текст прочитан].
     Счёт спорен. Доказательство: только слова.
  6. e1 подан; ч. 1 и 1.1 ст. 219 КАС (в редакции с 01.10.2019), ч. 1 ст. 12
     59-ФЗ, ч. 2 ст. 8 59-ФЗ [по памяти]. Счёт спорен. Доказательство: только
     слова.
  * День начала расчётный (наше чтение, спорно): поданное по его словам считаем
    поступившим в тот же день, а регистрацию, которой не видно, — сделанной в
    последний день её срока.

Что нарушено:
  - Не зарегистрирован. Регистрации не видно, а её срок кончился. Потому что: e1
    подан; ст. 116 Дисциплинарного устава (регистрация), ч. 2 ст. 8 59-ФЗ [по
    памяти]. Доказательство: только слова; для иска этого мало.
  - Нет ответа. Письменного ответа мы не видели, а его срок кончился. Потому
    что: e1 подан; ст. 117 Дисциплинарного устава, ст. 116 Дисциплинарного
    устава (регистрация), ч. 1 ст. 12 59-ФЗ, ч. 2 ст. 8 59-ФЗ [по памяти].
    Доказательство: только слова; для иска этого мало.
  - Ответили только устно. Устный ответ не заменяет письменного: срок ответа
    идёт дальше. Потому что: e2 ответ (отказ по мобилизации, устный); ст. 5
    59-ФЗ [по памяти]; ч. 1 ст. 10 59-ФЗ [по выдержке]. Доказательство: только
    слова; для иска этого мало.

Было ли и это, по записи не видно, надо спросить: ответ искажает указ.

Что можно сделать
-----------------
Это возможные шаги, а не следующий шаг: следующим станет тот, который он сам
выберет, зная, чем шаг грозит. «>» — с чего начать разговор.

> Сначала адвокат, ничего письменно
    Позвонить, не писать. Назвать адвоката в России и помочь встретиться с ним.
    До этого ни рапортов, ни жалоб, ни объяснений, ни переписки о том, где он
    был. Адвокатская тайна защищает только разговор с адвокатом: волонтёр —
    свидетель.
    Кто может: сам заявитель, родственник, адвокат. Кто узнает: никто. Если
    подождать: Каждая бумага и каждое сообщение до адвоката может стать
    доказательством.
    Потому что: e3 ушёл из части; e4 отсутствует; e5 дело возбуждено; ст. 33,
    37, 46 Конституции, ст. 338 УК (в редакции с 24.09.2022), примечание 1 к ст.
    337 УК [текст прочитан].

Как бывает на деле (практика, не право)
---------------------------------------
  - Около 2021 года советовали появляться в части изредка, чтобы отсутствие
    прерывалось. Сегодня такой совет ведёт в тюрьму. (Север.Реалии, Крым.Реалии,
    2021; из вторых рук)

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
В скобках — насколько известен текст нормы: текст прочитан; по выдержке; из
вторых рук; по памяти (проверить до использования). * — расчётный день.

-- on 2025-06-20 in en --
Case x8: where it stands on 20 Jun 2025
=======================================
An invented case: there is no such man.

! The end date in the contract does not by itself end the service (decree 647,
  p. 4). You are a serviceman until there is an order that strikes you off the
  lists of the unit.

! For an advocate only: the record holds something that tells against the man
  himself. Until an advocate takes it no letter and nothing in writing; call an
  advocate now. This material is not protected by privilege.

What is dangerous
-----------------
  ! Absence: a contract serviceman. Call now, an advocate now. Write nothing.
    There is no safe length of absence: nothing is counted down, the steps are
    only named. Because: e4 absent; art. 28.5(2) of 76-FZ, art. 38(12) of 53-FZ
    (as in force from 1998), art. 337(2.1) of the Criminal Code, art. 337(3.1)
    of the Criminal Code, art. 337(5) of the Criminal Code [from memory]; art.
    338 of the Criminal Code (as in force from 24 Sep 2022) [text read].
      - discipline: from the first hours: by its days certainly reached – art.
        28.5(2) of 76-FZ [from memory]
      - the term of service stops counting: a question for a lawyer: possibly
        reached – art. 38(12) of 53-FZ (as in force from 1998) [from memory]
      - a crime by duration: mobilisation, martial law, hostilities: by its days
        certainly reached – art. 337(2.1) of the Criminal Code [from memory]
      - the same, graver: by its days certainly reached – art. 337(3.1) of the
        Criminal Code [from memory]
      - the same, the gravest part: by its days certainly reached – art. 337(5)
        of the Criminal Code [from memory]
      - a crime by aim: no duration at all: possibly reached – art. 338 of the
        Criminal Code (as in force from 24 Sep 2022) [text read]
  ! Absence. There is no safe length of absence. A criminal case is possible
    even after a few hours if the investigators decide that you wanted to evade
    service. Do not leave and do not be late in reliance on “two days” or “ten
    days”. If you are already not in the unit, do not write of it here or to
    anybody else: speak to an advocate first
    Because: art. 28.5(2) of 76-FZ [from memory]; art. 338 of the Criminal Code
    (as in force from 24 Sep 2022) [text read].
  ! A criminal case against him. A check or a case is already open: the advocate
    only, nothing in writing and nothing on the net; statements only with the
    advocate present. Because: e5 case opened; art. 337(3) of the Criminal Code
    [from memory]; art. 338 of the Criminal Code (as in force from 24 Sep 2022)
    [text read].
  ! On the strict count the term for a court is over (f1). That is no ground not
    to file: the court examines the reasons, and a late answer of the superior
    is one. Of inaction there is another reading: while there is no answer the
    term has not ended; it is contested. Because: e2 answer (refused because of
    mobilisation, oral); art. 219(5)-(8) of the KAS [text read]; art. 219(1) and
    (1.1) of the KAS (as in force from 1 Oct 2019) [from memory].
  ! Turning up now and then is no way out. It was once advised to turn up in the
    unit now and then so that the absence was broken off. Today that advice is
    dangerous: an offence of discipline and a crime are both possible, and the
    aim to evade is read from the pattern itself. Because: e3 left the unit; e4
    absent; art. 28.5(2) of 76-FZ, art. 28.2 of 76-FZ [from memory]; art. 338 of
    the Criminal Code (as in force from 24 Sep 2022) [text read].
  ! The term of service may stop counting. Unauthorised absence above the term
    of art. 38 of 53-FZ is not counted in the term of service: the contract
    grows longer. The law of 12.2025 changed it; its number and day were not
    read: a question for a lawyer, no conclusion. Because: e3 left the unit; e4
    absent; art. 38(12) of 53-FZ (as in force from 1998) [from memory].
  ! No privilege. This material is not protected by privilege: a volunteer may
    be questioned, his device searched. Because: arts. 56(3), 450.1 of the Code
    of Criminal Procedure; art. 8 of 63-FZ [second hand].

Whether these dangers too are there the record does not show; ask: the cost of
training may be claimed; the contract runs on by decree.

What the record holds
---------------------
  No.    When          What                                     Proof
  -----  ------------  ---------------------------------------  --------------
  e1     2024-10-01 –  filed, f1                                word only
         2024-12-31
  e2     2024-10-08 –  answer (refused because of               word only
         2025-01-21    mobilisation, oral), f1
  e3     2025-01-01 –  left the unit                            word only
         2025-03-31
  e4     2025-01-01 –  absent                                   word only
         2025-03-31
  e5     2025-04-01 –  case opened                              word only
         2025-06-20
  e6     2025-04-01 –  wanted                                   none
         2025-06-20

f1. raport: discharge from service, ground: family circumstances: care of a
relative (art. 51(3)(v)) → unit commander
---------------------------------------------------------------------------
The last that is known, probably: answer (between 8 Oct 2024 and 21 Jan 2025);
the order or the events themselves are not certain.
Ground "family circumstances: care of a relative (art. 51(3)(v))": on the day of
filing contested; today contested. Because: e1 filed; point 5 of decree 647
[second hand].

  Term                      From          Last day              Stands
  ------------------------  ------------  --------------------  ----------------
  1. registration in the    2024-10-01 –  2024-10-04 –          over, we have
  unit                      2024-12-31    2025-01-03            seen nothing
  2. answer under the       2024-10-04 –  2024-11-03 –          over, we have
  Disciplinary Charter      2025-01-03 *  2025-02-02            seen nothing
  3. registration (59-FZ)   2024-10-01 –  2024-10-04 –          over, we have
                            2024-12-31    2025-01-03 (strict);  seen nothing
                                          2024-10-04 –
                                          2025-01-09 (lenient)
  4. answer on the          2024-10-04 –  2024-11-03 –          over, we have
  substance (59-FZ)         2025-01-03 *  2025-02-02 (strict);  seen nothing
                                          2024-11-05 –
                                          2025-02-03 (lenient)
  5. challenge the refusal  2024-10-08 –  2025-01-09 –          our term is over
  in court (by e2)          2025-01-21    2025-04-21 (lenient,
                                          decreed days
                                          worked); 2024-12-28
                                          – 2025-04-21
                                          (strict)
  6. challenge the          2024-11-03 –  2025-02-03 –          possibly: our
  inaction in court         2025-02-02    2025-04-30            term is over;
                                          (one-off); while the  or: our term
                                          duty lasts            runs
                                          (continuing)

Why:
  1. e1 filed; art. 116 of the Disciplinary Charter (registration) [from
     memory]. Proof: word only.
  2. e1 filed; art. 117 of the Disciplinary Charter, art. 116 of the
     Disciplinary Charter (registration) [from memory]. The count is contested.
     Proof: word only.
  3. e1 filed; art. 8(2) of 59-FZ [from memory]. The count is contested. Proof:
     word only.
  4. e1 filed; art. 12(1) of 59-FZ, art. 8(2) of 59-FZ [from memory]. The count
     is contested. Proof: word only.
  5. e2 answer (refused because of mobilisation, oral); art. 219(1) of the KAS
     [text read]. The count is contested. Proof: word only.
  6. e1 filed; art. 219(1) and (1.1) of the KAS (as in force from 1 Oct 2019),
     art. 12(1) of 59-FZ, art. 8(2) of 59-FZ [from memory]. The count is
     contested. Proof: word only.
  * The start is deemed (our reading, contested): what he says he handed in is
    taken to have arrived that day, a registration that was not seen to have
    been made on the last day of its term.

What was done against the law:
  - Not registered. No registration was seen and its term has ended. Because: e1
    filed; art. 116 of the Disciplinary Charter (registration), art. 8(2) of
    59-FZ [from memory]. Proof: word only; not enough for a claim.
  - No answer. We have seen no written answer and its term has ended. Because:
    e1 filed; art. 117 of the Disciplinary Charter, art. 116 of the Disciplinary
    Charter (registration), art. 12(1) of 59-FZ, art. 8(2) of 59-FZ [from
    memory]. Proof: word only; not enough for a claim.
  - Answered orally only. A spoken answer does not replace a written one: the
    term of the answer goes on. Because: e2 answer (refused because of
    mobilisation, oral); art. 5 of 59-FZ [from memory]; art. 10(1) of 59-FZ
    [from an excerpt]. Proof: word only; not enough for a claim.

The record is silent; asking may show whether there was: the answer misstates
the decree.

What could be done
------------------
These are possible steps, not the next one: next is the one he himself chooses,
knowing what it exposes. ">" is where to begin the talk.

> An advocate first, nothing in writing
    Ring, do not write. Name an advocate in Russia and help them meet. Until
    then no raports, complaints, explanations or messages on where he was. Only
    talk with an advocate is protected: a volunteer is a witness.
    Open to: the applicant, a relative, an advocate. Who learns of it: nobody.
    If one waits: Every paper and message written before the advocate comes may
    become evidence.
    Because: e3 left the unit; e4 absent; e5 case opened; arts. 33, 37, 46 of
    the Constitution, art. 338 of the Criminal Code (as in force from 24 Sep
    2022), note 1 to art. 337 of the Criminal Code [text read].

What is done in fact (practice, not law)
----------------------------------------
  - Around 2021 it was advised to turn up in the unit now and then so that the
    absence was broken off. Today that advice leads to prison. (Север.Реалии,
    Крым.Реалии, 2021; second hand)

Law: Russia: leaving military service, release 1; compared with its sources on
22 Nov 2026. No lawyer has reviewed it yet.
In brackets: how well the words of a provision are known: text read; from an
excerpt; second hand; from memory (check before use). * a deemed day.

-- on 2025-06-20 for applicant --
Дело x8: где оно стоит на 20.06.2025
====================================
Вымышленное дело: такого человека нет.

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

f1. рапорт: увольнение со службы, основание: семейные обстоятельства: уход за
родственником (пп. «в» п. 3 ст. 51) → командир части
-----------------------------------------------------------------------------
Последнее, что известно, вероятно: ответ (между 08.10.2024 и 21.01.2025);
порядок или сами события не точны.

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.

-- on 2025-06-20 for relative --
Дело x8: где оно стоит на 20.06.2025
====================================
Вымышленное дело: такого человека нет.

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

f1. рапорт: увольнение со службы, основание: семейные обстоятельства: уход за
родственником (пп. «в» п. 3 ст. 51) → командир части
-----------------------------------------------------------------------------
Последнее, что известно, вероятно: ответ (между 08.10.2024 и 21.01.2025);
порядок или сами события не точны.

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.

-- on 2025-06-20 for public --
Дело x8: где оно стоит на 20.06.2025
====================================
Вымышленное дело: такого человека нет.

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
