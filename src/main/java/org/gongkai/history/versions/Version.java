package org.gongkai.history.versions;

import java.time.LocalDate;
import org.gongkai.history.git.commit.Commit;
import org.gongkai.input.entry.Entry;

/**
 * A published version of an entry.
 *
 * @param number its number, from 1
 * @param day the day from which it was public
 * @param commit the commit that created it
 * @param entry its header
 * @param blob its content, 40 hexadecimal digits
 */
public record Version(int number, LocalDate day, Commit commit, Entry entry, String blob) {}
