# A general is dismissed by the President: whoever else answers his raport is not competent.
-- case --
raport = 1
case = "competence-general"
jurisdiction = "ru"

[facts]
service = "officer"
rank = "general"

[sources.papers]
title = "papers"
reliability = "document"

[[filing]]
id = "f1"
kind = "raport"
asks = "discharge"
ground = "own-wish"
to = "military-district"
author = "applicant"

[[event]]
id = "e1"
kind = "registered"
filing = "f1"
on = 2021-02-01
proof = "documented"
source = "papers"

[[event]]
id = "e2"
kind = "answered"
filing = "f1"
outcome = "refused"
ground-cited = "service-need"
form = "written"
by = "military-district"
on = 2021-02-20
proof = "documented"
source = "papers"

-- on 2021-03-01 show stands, breaches --
f1. рапорт: увольнение со службы, основание: собственное желание, уважительные
причины (п. 6 ст. 51 53-ФЗ) → командование военного округа
------------------------------------------------------------------------------
Последнее, что известно: ответ (20.02.2021).

Что нарушено:
  - Ответил тот, кто не вправе решать. Кто вправе решать, не опубликовано;
    ответивший среди названных не значится. Потому что: e2 ответ (отказ,
    письменный, нужды службы), 20.02.2021; компетенция: приказ МО 2011 г. №
    1818; бумага осени 2019 г. (в редакции с 09.2019) [из вторых рук]; п. 1 ст.
    50 53-ФЗ [по выдержке].
  - Отказ без законного основания. Отказ не назвал основания, которое есть в
    законе. Где закон оставляет усмотрение (п. 6), спорят о порядке: комиссия,
    причины, кто решал. Потому что: e2 ответ (отказ, письменный, нужды службы),
    20.02.2021; п. 6 ст. 51 53-ФЗ, п. 3 ст. 51 53-ФЗ [по памяти].
