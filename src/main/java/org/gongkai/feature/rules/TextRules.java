package org.gongkai.feature.rules;

import java.util.List;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.text.AnniversaryRule;
import org.gongkai.check.text.BoilerplateRule;
import org.gongkai.check.text.ConflictRule;
import org.gongkai.check.text.PatternRule;
import org.gongkai.check.text.SecrecyRule;
import org.gongkai.check.text.TextCheck;
import org.gongkai.check.text.WordRule;
import org.gongkai.check.text.blank.BlankRule;
import org.gongkai.check.text.blank.PlaceholderRule;
import org.gongkai.check.text.blank.UnwrittenBodyRule;
import org.gongkai.check.text.mark.HalfWidthRule;
import org.gongkai.check.text.mark.PairRule;
import org.gongkai.check.text.number.AnnexRule;
import org.gongkai.check.text.number.AnnouncedCountRule;
import org.gongkai.check.text.number.NumberingRule;
import org.gongkai.check.text.paste.IndentedTextRule;
import org.gongkai.check.text.paste.PastedBulletRule;
import org.gongkai.check.text.paste.PastedTableRule;
import org.gongkai.check.text.paste.RepeatedSignatureRule;

/** The rules about the text of entries. */
public final class TextRules {

    /** Returns every rule of this group. */
    public RuleSet rules() {
        return new RuleSet(
                List.of(), List.of(), List.of(all(), new ConflictRule(), new UnwrittenBodyRule()), List.of());
    }

    /** Returns a check of all rules that examine lines. */
    public static TextCheck all() {
        return new TextCheck(List.of(
                new PlaceholderRule(),
                new BoilerplateRule(),
                new SecrecyRule(),
                new NumberingRule(),
                new AnnexRule(),
                new AnnouncedCountRule(),
                new HalfWidthRule(),
                new PairRule(),
                new AnniversaryRule(),
                new WordRule(),
                new BlankRule(),
                PatternRule.repeatedNumber(),
                new PastedTableRule(),
                new PastedBulletRule(),
                new IndentedTextRule(),
                new RepeatedSignatureRule(),
                PatternRule.remainsOfWord()));
    }
}
