package org.gongkai.input.entry;

import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.EntryDefaults;
import org.gongkai.input.entry.kind.Kinds;

/**
 * What the meaning of a header depends on besides the header: the settings of the site.
 *
 * @param kinds the kinds of entries
 * @param calendar the working days, for periods that are given by their number
 * @param defaults what headers need not state
 */
public record HeaderContext(Kinds kinds, WorkCalendar calendar, EntryDefaults defaults) {}
