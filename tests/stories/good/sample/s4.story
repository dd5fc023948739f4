# The sample s4 as the demo shows it: modelled on a published report, 16 November 2019.
-- case src/raport/sample/s4.toml --
-- on 2019-11-16 --
Дело s4: где оно стоит на 16.11.2019
====================================
Образец, а не дело: написан по газетному рассказу 2019 года. Звания, виды бумаг,
ответы и неопределённость дат сохранены; люди, части, места изменены, поступки,
которые говорят против человека, опущены.

! Дата окончания в контракте сама по себе службу не прекращает. Вы
  военнослужащий, пока нет приказа об исключении из списков части.

Что опасно
----------
  ! Отсутствие. Безопасного срока отсутствия не существует. Уголовное дело
    возможно и после нескольких часов, если следствие решит, что вы хотели
    уклониться от службы. Не уходите и не опаздывайте, рассчитывая на „два дня“
    или „десять дней“. Если вы уже не в части — не пишите об этом сюда и никому
    другому, сначала поговорите с адвокатом
    Потому что: п. 2 ст. 28.5 76-ФЗ [по памяти]; ст. 338 УК (в редакции с 1996)
    [текст прочитан].
  ! Публикация и запрет ст. 7 76-ФЗ. Ст. 7 76-ФЗ с 2019 года запрещает давать в
    сеть и СМИ сведения о службе, части, сослуживцах. Публикацию не отзовёшь; до
    неё записать, что источник просил тайны (ч. 2 ст. 144 УПК). Потому что: e1
    опубликован пост, 10.10.2019; ст. 7 76-ФЗ [по памяти]; ч. 2 ст. 144 УПК
    [текст прочитан].
  ! Нет адвокатской тайны. Этот материал не защищён адвокатской тайной:
    волонтёра можно допросить, его устройство — осмотреть. Потому что: ч. 3 ст.
    56, ст. 450.1 УПК; ст. 8 63-ФЗ [из вторых рук].

Есть ли и эти опасности, по записи не видно, надо спросить: его телефон читают;
могут взыскать за обучение.

Что есть в записи
-----------------
  №      Когда         Что                                      Чем доказано
  -----  ------------  ---------------------------------------  --------------
  e2     до            ответ (отказ, устный)                    только слова
         10.10.2019
  e3     до            сказано: уволить можно только за         только слова
         10.10.2019    преступление
  e1     10.10.2019    опубликован пост                         документ
  e4     10.10.2019 –  до него не дозвонились                   только слова
         16.11.2019

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

- Жалоба военному прокурору гарнизона
    Факты, даты, номера, что просим проверить; просьба не передавать жалобу
    тому, на кого она подана. Может писать и родственник от своего имени, в том
    числе почтой и телеграммой. Часть узнаёт, когда прокурор запросит
    объяснения, обычно скоро; прокурор часто направляет вниз.
    Кто может: сам заявитель, родственник, адвокат. Кому: военный прокурор
    гарнизона. Кто узнает: прокуратура, часть: прокурор пересылает вниз. Чем
    отвечают на практике: [1], [2], [3], [4]. Если подождать: Прокурор не
    останавливает срок для суда.
    Потому что: e2 ответ (отказ, устный); ст. 10 закона 2202-1, п. 5.1 приказа
    ГП № 45, п. 5.1 приказа ГП № 45 (15 дней), п. 5 приказа ГП № 45 (продление),
    приказ ГП № 45 (возврат) [из вторых рук]; п. 5 ст. 10 закона 2202-1, приказ
    ГП № 45 (пересылка) [по памяти]; акт Главной военной прокуратуры, п.
    1.1–1.2, инструкция военной прокуратуры от 09.04.2003 [по выдержке].

- Обращение к уполномоченному
    Письмо уполномоченному по правам человека с копиями бумаг. Его обычно
    направляют вниз; часть узнаёт, когда спросят. Его ответ не запускает и не
    хранит срок для суда.
    Кто может: сам заявитель, родственник, адвокат. Кому: уполномоченный по
    правам человека. Кто узнает: часть. Чем отвечают на практике: [3], [4]. Если
    подождать: Немного.
    Потому что: e2 ответ (отказ, устный); ст. 33, 37, 46 Конституции [текст
    прочитан].

- Рассказать журналисту
    Только решив это, зная, что публикация не отзывается. Условие тайны записать
    до публикации, с днём: без него следователь и прокурор вправе потребовать
    материалы у редакции (ч. 2 ст. 144 УПК). Статус издания в России проверить
    на этот день: ссылка на «нежелательное» наказуема. Узнают все.
    Кто может: сам заявитель, родственник, адвокат. Кто узнает: часть, все,
    родные. Чем отвечают на практике: [3], [4]. Можно взять назад: нет. Если
    подождать: Ждать обычно дешевле, чем рассказать.
    Потому что: e1 опубликован пост, 10.10.2019; ч. 2 ст. 144 УПК, ч. 3 ст. 148
    УПК [текст прочитан]; ст. 7 76-ФЗ [по памяти].

Может открыться, если ответы на вопросы это покажут: просить прокурора
обратиться в суд за него.

Чем на это отвечают на практике:
  [1] До 2022 года на рапорт отвечали разговорами и звонками родителям, угрозой
      уголовного дела, угрозой отчислить брата, угрозой перевода в отдалённое
      место, запретом выходить из гарнизона, удержанием. (из вторых рук)
  [2] После жалобы наверх вызывали и спрашивали: «Зачем писал?». Преследовать за
      обращение запрещено (ст. 6 59-ФЗ); вызов стоит записать в тот же день. (из
      вторых рук)
  [3] Если родные сами служат, учатся в военном вузе или работают в части, нажим
      шёл через них. Спросите об этом до жалобы. (из вторых рук)
  [4] Ни одного надёжного числа о том, как часто за жалобой следует наказание,
      нет. Те, кто писал нам, — не все военнослужащие. (по памяти)

Что спросить, начиная с самого важного
--------------------------------------
  1. Где он сейчас и кто читает его телефон? (При каждом разговоре.)
      - Если он в зоне, удерживается или это неизвестно, от его имени не подают
        ничего, чего он не решил сам; если телефон читают, ему ничего не пишут.
  2. Есть ли копия контракта и приказа? Кто и когда подписал, что в нём о сроке?
      - Без копии неизвестно, что оспаривать и какой срок в нём.
  3. Служит ли он там, где в бумагах бывает тайна? (Саму тайну не называть.)
      - Такие бумаги закрываются; с 2021 года перечень ФСБ делает опасным и сам
        сбор сведений.
  4. Какой шаг он выбрал, зная, кто узнает и чем на это отвечают?
      - Пока нет его решения, шаг не предлагают как следующий.
  5. Кто может решать и говорить за него, если связи не будет?
      - Без этого при молчании можно только то, что согласовано заранее.
  6. Просил ли он об анонимности, и записано ли это до публикации?
      - Без этого следователь или прокурор вправе потребовать материалы у
        редакции.
  7. Кто читает его телефон?
      - Решит: его телефон читают.
  8. Он курсант, выпускник военного вуза или нет?
      - Если выпускник военного вуза: есть: могут взыскать за обучение.
      - Если курсант: есть: могут взыскать за обучение.
      - Если не учился в военном вузе: нет: могут взыскать за обучение.
  9. Служит ли кто-нибудь из родных, учится ли в военном вузе, знают ли они о
     рапорте?
      - Через родных давят: риск их, решают они.
  10. К какой бумаге это относится: e2 ответ (отказ, устный), не позже
      10.10.2019? Пока это не сказано, ни один срок от этого не идёт и не
      кончается.
  11. Где он сейчас?
      - Решит: просить прокурора обратиться в суд за него.

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
В скобках — насколько известен текст нормы: текст прочитан; по выдержке; из
вторых рук; по памяти (проверить до использования). * — расчётный день.

-- on 2019-11-16 in en --
Case s4: where it stands on 16 Nov 2019
=======================================
A sample and no case: modelled on a newspaper story of 2019. Ranks, kinds of
paper, answers and the uncertainty of dates are kept; persons, units and places
are changed, deeds that tell against a man are left out.

! The end date in the contract does not by itself end the service. You are a
  serviceman until there is an order that strikes you off the lists of the unit.

What is dangerous
-----------------
  ! Absence. There is no safe length of absence. A criminal case is possible
    even after a few hours if the investigators decide that you wanted to evade
    service. Do not leave and do not be late in reliance on “two days” or “ten
    days”. If you are already not in the unit, do not write of it here or to
    anybody else: speak to an advocate first
    Because: art. 28.5(2) of 76-FZ [from memory]; art. 338 of the Criminal Code
    (as in force from 1996) [text read].
  ! Publication and the ban of art. 7 of 76-FZ. Since 2019 art. 7 of 76-FZ
    forbids giving the net or media data of service, unit, comrades. A
    publication cannot be taken back; before it note that the source asked for
    secrecy (art. 144(2) of the UPK). Because: e1 post published, 10 Oct 2019;
    art. 7 of 76-FZ [from memory]; art. 144(2) of the Code of Criminal Procedure
    [text read].
  ! No privilege. This material is not protected by privilege: a volunteer may
    be questioned, his device searched. Because: arts. 56(3), 450.1 of the Code
    of Criminal Procedure; art. 8 of 63-FZ [second hand].

Whether these dangers too are there the record does not show; ask: his phone is
read; the cost of training may be claimed.

What the record holds
---------------------
  No.    When          What                                     Proof
  -----  ------------  ---------------------------------------  --------------
  e2     by            answer (refused, oral)                   word only
         2019-10-10
  e3     by            told that only a crime would do          word only
         2019-10-10
  e1     2019-10-10    post published                           documented
  e4     2019-10-10 –  could not be reached                     word only
         2019-11-16

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

- A complaint to the military prosecutor of the garrison
    Facts, days, numbers, what is to be checked; ask that the complaint not be
    passed to the one complained of. A relative may write too, in his or her own
    name, by post or telegram as well. The unit learns when the prosecutor asks
    it to explain, usually soon; the prosecutor often sends things down.
    Open to: the applicant, a relative, an advocate. To: garrison military
    prosecutor. Who learns of it: the prosecutor, the unit: the prosecutor sends
    it down. What practice knows as the reaction: [1], [2], [3], [4]. If one
    waits: The prosecutor does not stop the term for a court.
    Because: e2 answer (refused, oral); art. 10 of the Prosecution Act 2202-1,
    point 5.1 of order 45, point 5.1 of order 45 (15 days), point 5 of order 45
    (extension), order 45 (return) [second hand]; art. 10(5) of the Prosecution
    Act 2202-1, order 45 (forwarding) [from memory]; act of the Main Military
    Prosecutor's Office, points 1.1-1.2, instruction of the military prosecution
    of 09.04.2003 [from an excerpt].

- An application to the ombudsman
    A letter to the ombudsman with copies. It is usually sent down; the unit
    learns when asked. It neither starts nor keeps the term for a court.
    Open to: the applicant, a relative, an advocate. To: ombudsman. Who learns
    of it: the unit. What practice knows as the reaction: [3], [4]. If one
    waits: Little.
    Because: e2 answer (refused, oral); arts. 33, 37, 46 of the Constitution
    [text read].

- Tell a journalist
    Only having decided it, knowing that publication cannot be taken back. Note
    the condition of secrecy before publication, with its day: without it an
    investigator or prosecutor may demand the newsroom's materials (art. 144(2)
    of the UPK). Check the newsroom's standing in Russia on that day: a link to
    an “undesirable” one is punished. Everybody learns.
    Open to: the applicant, a relative, an advocate. Who learns of it: the unit,
    everybody, the family. What practice knows as the reaction: [3], [4]. Can be
    taken back: no. If one waits: Waiting usually costs less than telling.
    Because: e1 post published, 10 Oct 2019; art. 144(2) of the Code of Criminal
    Procedure, art. 148(3) of the Code of Criminal Procedure [text read]; art. 7
    of 76-FZ [from memory].

May open if the answers to the questions show it: ask the prosecutor to go to
court for him.

What practice knows as the reaction:
  [1] Before 2022 a raport was answered by talks and calls to parents, a threat
      of a criminal case, a threat to expel a brother, a threat of a far
      transfer, a ban on leaving the garrison, confinement. (second hand)
  [2] After a complaint upwards men were called in and asked “why did you
      write?”. To persecute for an appeal is forbidden (art. 6 of 59-FZ); the
      summons is worth noting the same day. (second hand)
  [3] Where relatives themselves serve, study at an academy or work in the unit,
      pressure went through them. Ask of it before a complaint. (second hand)
  [4] There is no reliable figure of how often a complaint is followed by a
      reprisal. Those who wrote to us are not all servicemen. (from memory)

What to ask, the most valuable first
------------------------------------
  1. Where is he now, and who reads his phone? (At every talk.)
      - If he is in the zone, held, or it is unknown, nothing is filed in his
        name that he has not decided; if the phone is read, nothing is written
        to him.
  2. Is there a copy of the contract and of the order? Who signed it and when,
     what does it say of the term?
      - Without a copy it is not known what to dispute and what its term is.
  3. Does he serve where papers may hold secrets? (The secrets themselves are
     not to be named.)
      - Such papers are closed; since 2021 the FSB list makes collecting itself
        dangerous too.
  4. Which step has he chosen, knowing who will learn of it and what has
     happened to others?
      - Without his decision no step is put as the next.
  5. Who may decide and speak for him if contact is lost?
      - Without it, in silence only what was agreed beforehand may be done.
  6. Did he make anonymity a condition, and was it noted before publication?
      - Without it an investigator or prosecutor may demand the newsroom's
        materials.
  7. Who reads his phone?
      - Decides: his phone is read.
  8. Is he a cadet, a graduate of a military academy, or neither?
      - If graduate of a military academy: it holds: the cost of training may be
        claimed.
      - If cadet: it holds: the cost of training may be claimed.
      - If neither: it does not: the cost of training may be claimed.
  9. Does anybody in the family serve or study at an academy, and do they know
     of the raport?
      - Pressure comes through the family: the risk is theirs, they decide.
  10. Which paper does this belong to: e2 answer (refused, oral), not after 10
      Oct 2019? Until that is said no term runs from it or ends with it.
  11. Where is he now?
      - Decides: ask the prosecutor to go to court for him.

Law: Russia: leaving military service, release 1; compared with its sources on
22 Nov 2026. No lawyer has reviewed it yet.
In brackets: how well the words of a provision are known: text read; from an
excerpt; second hand; from memory (check before use). * a deemed day.

-- on 2019-11-16 for applicant --
Дело s4: где оно стоит на 16.11.2019
====================================
Образец, а не дело: написан по газетному рассказу 2019 года. Звания, виды бумаг,
ответы и неопределённость дат сохранены; люди, части, места изменены, поступки,
которые говорят против человека, опущены.

! Дата окончания в контракте сама по себе службу не прекращает. Вы
  военнослужащий, пока нет приказа об исключении из списков части.

Что опасно
----------
  ! Отсутствие. Безопасного срока отсутствия не существует. Уголовное дело
    возможно и после нескольких часов, если следствие решит, что вы хотели
    уклониться от службы. Не уходите и не опаздывайте, рассчитывая на „два дня“
    или „десять дней“. Если вы уже не в части — не пишите об этом сюда и никому
    другому, сначала поговорите с адвокатом
    Потому что: п. 2 ст. 28.5 76-ФЗ [по памяти]; ст. 338 УК (в редакции с 1996)
    [текст прочитан].

Право: Россия: увольнение с военной службы, выпуск 1; сверено с источниками
22.11.2026. Ни один юрист этого ещё не проверял.
