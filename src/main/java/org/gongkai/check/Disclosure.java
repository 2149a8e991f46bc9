package org.gongkai.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.check.file.AttachmentRule;
import org.gongkai.check.personal.PersonalDataRule;
import org.gongkai.check.personal.Privacy;
import org.gongkai.check.text.TextCheck;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Problem;

/** Tells whether a text may be shown at all: it must bear no mark of secrecy and hold no personal data. */
public final class Disclosure {

    private final TextCheck secrecy = TextCheck.secrecy();
    private final PersonalDataRule personal;
    private final Privacy privacy;

    public Disclosure(Privacy privacy) {
        this.privacy = privacy;
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

    /** Tells every mark of secrecy and all personal data of an entry. */
    public void check(EntryText entry, Consumer<Problem> problems) {
        secrecy.check(entry, problems);
        personal.check(entry, problems);
    }

    /** Tells those in files that are no entries, and in the names of all. */
    public void check(SourceTree files, Consumer<Problem> problems) {
        new AttachmentRule(privacy).check(new WholeSite(List.of(), files, Set.of(), Set.of(), Map.of()), problems);
    }

    /** Whether a sentence on its own may not be shown. */
    public boolean forbids(String sentence) {
        return secrecy.finds(sentence) || personal.finds(sentence);
    }

    /** Whether a sentence on its own has what is an error, and not only likely to be one. */
    public boolean refuses(String sentence) {
        return secrecy.finds(sentence) || personal.findsErrors(sentence);
    }
}
