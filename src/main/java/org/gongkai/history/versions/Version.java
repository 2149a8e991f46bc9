package org.gongkai.history.versions;

import java.time.LocalDate;
import org.gongkai.history.git.commit.Commit;
import org.gongkai.input.entry.Entry;

/**
 * A version of an entry that readers saw.
 *
 * @param number its number, from 1
 * @param day the day from which they saw it
 * @param commit the commit that brought it
 * @param entry what its header said
 * @param blob where its text is kept, 40 hexadecimal digits
 */
public record Version(int number, LocalDate day, Commit commit, Entry entry, String blob) {}
