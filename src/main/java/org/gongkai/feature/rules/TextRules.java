package org.gongkai.feature.rules;

import java.util.List;
import java.util.stream.Stream;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.text.BoilerplateRule;
import org.gongkai.check.text.ConflictRule;
import org.gongkai.check.text.PatternRule;
import org.gongkai.check.text.SecrecyRule;
import org.gongkai.check.text.TextCheck;
import org.gongkai.check.text.TextCheck.Candidate;
import org.gongkai.check.text.WordRule;
import org.gongkai.check.text.blank.BlankRule;
import org.gongkai.check.text.blank.PlaceholderRule;
import org.gongkai.check.text.blank.UnwrittenBodyRule;
import org.gongkai.check.text.mark.HalfWidthRule;
import org.gongkai.check.text.mark.PairRule;
import org.gongkai.check.text.mark.SentenceEndRule;
import org.gongkai.check.text.number.AnnexRule;
import org.gongkai.check.text.number.AnnouncedCountRule;
import org.gongkai.check.text.number.NumberingRule;
import org.gongkai.check.text.paste.IndentedTextRule;
import org.gongkai.check.text.paste.PastedBulletRule;
import org.gongkai.check.text.paste.PastedTableRule;
import org.gongkai.io.Memoized;

/**
 * The rules about the text of entries. A reference to a constructor, unlike a call, would load its class before it is
 * needed.
 */
public final class TextRules {

    /** Returns every rule of this group. */
    public RuleSet rules() {
        return new RuleSet(
                List.of(),
                List.of(),
                List.of(all(), new ConflictRule(), new UnwrittenBodyRule(), new SentenceEndRule()),
                List.of());
    }

    /** Returns a check of all rules that examine lines. */
    public static TextCheck all() {
        // What these look for is known only when they have read their lists.
        BoilerplateRule boilerplate = new BoilerplateRule();
        WordRule words = new WordRule();
        StringBuilder bullets = new StringBuilder(PastedBulletRule.BULLETS);
        for (char c = PastedBulletRule.FIRST_PRIVATE; c <= PastedBulletRule.LAST_PRIVATE; c++) {
            bullets.append(c);
        }
        Stream<Candidate> rules = Stream.of(
                new Candidate(PlaceholderRule.TRIGGERS, () -> new PlaceholderRule()),
                new Candidate(boilerplate.triggers(), () -> boilerplate),
                new Candidate(SecrecyRule.TRIGGERS, () -> new SecrecyRule()),
                new Candidate(NumberingRule.TRIGGERS, () -> new NumberingRule()),
                new Candidate(AnnexRule.TRIGGERS, () -> new AnnexRule()),
                new Candidate(AnnouncedCountRule.TRIGGERS, () -> new AnnouncedCountRule()),
                new Candidate(HalfWidthRule.TRIGGERS, () -> new HalfWidthRule()),
                new Candidate(PairRule.TRIGGERS, () -> new PairRule()),
                new Candidate(words.triggers(), true, new Memoized<>(() -> words)),
                new Candidate(BlankRule.TRIGGERS, () -> new BlankRule()),
                new Candidate(PastedTableRule.TRIGGERS, () -> new PastedTableRule()),
                new Candidate(bullets.toString(), () -> new PastedBulletRule()),
                new Candidate(IndentedTextRule.TRIGGERS, () -> new IndentedTextRule()));
        return new TextCheck(
                Stream.concat(rules, PatternRule.all().map(rule -> new Candidate(rule.triggers(), () -> rule)))
                        .toList());
    }
}
