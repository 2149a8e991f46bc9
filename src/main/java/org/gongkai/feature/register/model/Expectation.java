package org.gongkai.feature.register.model;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.site.Item;
import org.gongkai.text.Period;

/**
 * Something that a rule expects.
 *
 * @param subject what is expected, such as 支委会; the row of a matrix
 * @param owner the person responsible; empty if its row names none
 * @param period the period of which it is expected; empty if it is not periodical
 * @param what the subject and the period as one phrase
 * @param due the last day on which it is in time
 * @param done whether the entries show that it was done
 * @param evidence the entries that show it
 * @param basis the rule that expects it and the reliability of its source; may be empty
 */
public record Expectation(
        String subject,
        String owner,
        Optional<Period> period,
        String what,
        LocalDate due,
        boolean done,
        List<Item> evidence,
        String basis) {

    public Expectation {
        evidence = List.copyOf(evidence);
    }

    /** Returns true if it was not done and was due before a day. */
    public boolean isOverdue(LocalDate day) {
        return !done && due.isBefore(day);
    }
}
