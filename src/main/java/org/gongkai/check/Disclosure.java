package org.gongkai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongkai.check.file.PersonalDataRule;
import org.gongkai.check.file.Privacy;
import org.gongkai.check.text.TextCheck;
import org.gongkai.problem.Problem;

/** Tells whether a text may be shown at all: it must bear no mark of secrecy and hold no personal data. */
public final class Disclosure {

    private final TextCheck secrecy = TextCheck.secrecy();
    private final PersonalDataRule personal;

    public Disclosure(Privacy privacy) {
        this.personal = new PersonalDataRule(privacy);
    }

    /** Why an entry may not be shown, in words that give nothing of it away; empty if it may. */
    public Optional<String> forbids(EntryText entry) {
        List<Problem> found = new ArrayList<>();
        secrecy.check(entry, found::add);
        if (!found.isEmpty()) {
            return Optional.of("当时的文字里有密级或不得外传的标志");
        }
        personal.check(entry, found::add);
        return found.isEmpty() ? Optional.empty() : Optional.of("当时的文字里有不得公开的个人信息");
    }

    /** Whether a sentence on its own may not be shown. */
    public boolean forbids(String sentence) {
        return secrecy.finds(sentence) || personal.finds(sentence);
    }
}
