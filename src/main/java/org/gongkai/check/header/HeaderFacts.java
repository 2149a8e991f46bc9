package org.gongkai.check.header;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.entry.kind.NoticePeriod;

/**
 * What the rules about headers go by besides the headers. The day is none of it: what they find is kept for other days, too.
 *
 * @param code code of the branch (机构代码), or empty
 * @param supervision where to complain according to the settings of the site (监督), or empty
 * @param calendar the working days
 * @param periods how long a 公示 must last, by the name of its kind; a kind that is not here needs none
 * @param scopes tells the widest 公开范围 of the row of the catalogue that a 目录项 as typed names; empty if it has none
 * @param resultWithin days after its end in which a 公示 is expected to tell its result
 */
public record HeaderFacts(
        String code,
        String supervision,
        WorkCalendar calendar,
        Map<String, NoticePeriod> periods,
        Function<String, Optional<String>> scopes,
        int resultWithin) {

    public HeaderFacts {
        periods = Map.copyOf(periods);
    }
}
