package org.gongkai.feature.rules;

import java.util.List;
import org.gongkai.check.file.AttachmentListRule;
import org.gongkai.check.file.AttachmentRule;
import org.gongkai.check.file.DataFileNameRule;
import org.gongkai.check.file.Examinations;
import org.gongkai.check.file.UnreferencedFileRule;
import org.gongkai.check.personal.PersonalDataRule;
import org.gongkai.check.personal.Privacy;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.config.PictureLimits;
import org.gongkai.input.data.YamlReader;

/** The rules about attachments, images and the personal data in them and in entries. */
public final class FileRules {

    private FileRules() {}

    /**
     * Returns the rules of this group for one build; they cache what they read.
     *
     * @param yaml reads the lists of what may be published
     * @param privacy the settings about personal data
     * @param pictures how large pictures may be
     * @param data the names of the data files of features
     */
    public static RuleSet all(YamlReader yaml, Privacy privacy, PictureLimits pictures, List<String> data) {
        return new RuleSet(
                List.of(),
                List.of(Examinations::given),
                List.of(new PersonalDataRule(privacy), new AttachmentListRule()),
                List.of(
                        new AttachmentRule(yaml, privacy, pictures),
                        new UnreferencedFileRule(),
                        new DataFileNameRule(data)));
    }
}
