# Golden test 10: the same with an extension of which he was told: 01.08.2025.
-- case --
raport = 1
case = "10-prosecutor-extended"
jurisdiction = "ru"

[facts]
service = "officer"
rank = "lieutenant"

[sources.own]
title = "his own account"
reliability = "own-word"

[sources.papers]
title = "papers"
reliability = "document"

[[filing]]
id = "f1"
kind = "complaint"
asks = "check"
to = "garrison-prosecutor"
author = "applicant"

[[event]]
id = "e1"
kind = "posted"
filing = "f1"
on = 2025-05-28
proof = "documented"
source = "papers"

[[event]]
id = "e2"
kind = "delivered"
filing = "f1"
on = 2025-06-02
proof = "documented"
source = "papers"

[[event]]
id = "e3"
kind = "registered"
filing = "f1"
on = 2025-06-02
proof = "documented"
source = "papers"

[[event]]
id = "e4"
kind = "extended"
filing = "f1"
on = 2025-06-30
notice = "yes"
proof = "documented"
source = "papers"

-- on 2025-08-01 show clocks, breaches --
f1. жалоба: проверка действий → военный прокурор гарнизона
----------------------------------------------------------

Идут ли и эти сроки, по записи не видно, надо спросить: решение прокурора;
регистрация (59-ФЗ).

-- on 2025-08-02 show clocks, breaches --
f1. жалоба: проверка действий → военный прокурор гарнизона
----------------------------------------------------------

Идут ли и эти сроки, по записи не видно, надо спросить: решение прокурора;
обжаловать бездействие прокурора в суде; регистрация (59-ФЗ).

Было ли и это, по записи не видно, надо спросить: нет ответа.
