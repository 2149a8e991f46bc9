package org.gongkai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.gongkai.check.personal.PersonalDataRule;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.text.SecrecyRule;
import org.gongkai.check.text.TextCheck;
import org.gongkai.check.text.TextCheck.Candidate;
import org.gongkai.problem.Problem;

/** Decides whether a text may be disclosed: it must contain neither a secrecy marking nor personal data. */
public final class Disclosure {

    private final TextCheck secrecy =
            new TextCheck(List.of(new Candidate(SecrecyRule.TRIGGERS, () -> new SecrecyRule())));
    private final PersonalDataRule personal;
    private final PrivacySettings privacy;

    /** @param privacy the settings about personal data */
    public Disclosure(PrivacySettings privacy) {
        this.privacy = privacy;
        this.personal = new PersonalDataRule(privacy);
    }

    /** The settings about personal data. */
    public PrivacySettings privacy() {
        return privacy;
    }

    /** The reason why an entry must not be disclosed, without any of its text, in Chinese; empty if it may be. */
    public Optional<String> forbids(EntryText entry) {
        List<Problem> found = new ArrayList<>();
        secrecy.check(entry, found::add);
        if (!found.isEmpty()) {
            return Optional.of("当时的文字里有密级或不得外传的标志");
        }
        personal.check(entry, found::add);
        return found.isEmpty() ? Optional.empty() : Optional.of("当时的文字里有不得公开的个人信息");
    }

    /** Reports every secrecy marking and all personal data in an entry. */
    public void check(EntryText entry, Consumer<Problem> problems) {
        secrecy.check(entry, problems);
        personal.check(entry, problems);
    }

    /** Returns true if a single sentence must not be disclosed. */
    public boolean forbids(String sentence) {
        return secrecy.finds(sentence) || personal.finds(sentence);
    }

    /** Returns true if a single sentence has a finding that is an error, not just a warning. */
    public boolean refuses(String sentence) {
        return secrecy.finds(sentence) || personal.findsErrors(sentence);
    }
}
