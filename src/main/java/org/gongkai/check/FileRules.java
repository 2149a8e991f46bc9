package org.gongkai.check;

import java.util.List;
import org.gongkai.check.file.AttachmentListRule;
import org.gongkai.check.file.AttachmentRule;
import org.gongkai.check.file.DataFileNameRule;
import org.gongkai.check.file.UnreferencedFileRule;
import org.gongkai.check.personal.PersonalDataRule;
import org.gongkai.check.personal.Privacy;
import org.gongkai.check.rule.RuleSet;

/** The rules about attachments, images and the personal data in them and in entries. */
public final class FileRules {

    private final Privacy privacy;

    /**
     * @param privacy the settings about personal data
     */
    public FileRules(Privacy privacy) {
        this.privacy = privacy;
    }

    /** Returns the rules of this group for one build; they cache what they read. */
    public RuleSet rules() {
        return new RuleSet(
                List.of(),
                List.of(),
                List.of(new PersonalDataRule(privacy), new AttachmentListRule()),
                List.of(new AttachmentRule(privacy), new UnreferencedFileRule(), new DataFileNameRule()));
    }
}
