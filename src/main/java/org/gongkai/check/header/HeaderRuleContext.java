package org.gongkai.check.header;

import java.util.Optional;
import java.util.function.Function;
import org.gongkai.input.calendar.WorkCalendar;

/**
 * What the rules about headers depend on besides the headers. The day is not included, because results are cached.
 *
 * @param code the code of the branch (机构代码); may be empty
 * @param supervision how to complain according to the settings of the site (监督); may be empty
 * @param calendar the working days
 * @param scopes returns the widest 公开范围 of the catalogue item that a 目录项 names; empty if it has none
 * @param resultWithin the number of days after the end of a 公示 within which its result is expected
 */
public record HeaderRuleContext(
        String code,
        String supervision,
        WorkCalendar calendar,
        Function<String, Optional<String>> scopes,
        int resultWithin) {}
