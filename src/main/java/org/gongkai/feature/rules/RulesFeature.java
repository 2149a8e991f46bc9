package org.gongkai.feature.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongkai.check.branch.BranchRules;
import org.gongkai.check.contradiction.ContradictionRule;
import org.gongkai.check.contradiction.CrossEntryRule;
import org.gongkai.check.figure.FigureRules;
import org.gongkai.check.file.AttachmentListRule;
import org.gongkai.check.file.AttachmentRule;
import org.gongkai.check.file.DataFileNameRule;
import org.gongkai.check.file.ManualExaminations;
import org.gongkai.check.file.UnreferencedFileRule;
import org.gongkai.check.header.HeaderRuleContext;
import org.gongkai.check.header.HeaderRules;
import org.gongkai.check.kind.KindRules;
import org.gongkai.check.personal.PersonalDataRule;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.check.prose.EntryText;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.Entry;
import org.gongkai.input.entry.header.CommonField;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.io.Memoized;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.AudienceFeature.AudienceContext;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.pipeline.feature.Feature.ConfiguredFeature;
import org.gongkai.pipeline.feature.Feature.FeatureSettings;
import org.gongkai.problem.Problem;

/** The rules about headers, texts and files; those about what few entries have are entered only for these. */
public record RulesFeature(FeatureSettings settings) implements ConfiguredFeature {

    private static final Pattern NUMBER = Pattern.compile("[0-9０-９壹贰叁肆伍陆柒捌玖]");

    public static Feature feature() {
        return new Feature(FeatureNames.NONE, RulesFeature::new);
    }

    @Override
    public RuleSet rules() {
        SiteConfig config = settings.config();
        Memoized<ContradictionRule> contradictions = new Memoized<>(() -> new ContradictionRule(
                config.data().organisation(),
                settings.calendar(),
                config.data().catalogue().own()));
        return HeaderRules.all(facts())
                .and(new KindRules(config.data().catalogue(), settings.kinds()).rules())
                .and(
                        config.data().organisation().known()
                                ? new BranchRules(config.data().organisation()).rules()
                                : RuleSet.NONE)
                .and(RuleSet.ofHeaders(List.of(RulesFeature::figures)))
                .and(new TextRules().rules())
                .and(contradictions(contradictions))
                .and(files(
                        settings.files().yaml(),
                        settings.privacy(),
                        config.display().picturesReduced(),
                        settings.names().files()))
                .and(RuleSet.ofSites(List.of(new Between(contradictions, settings.asOf()))));
    }

    /** What has no number, no meeting, no 公示 and no approval contradicts nothing. */
    private static RuleSet contradictions(Memoized<ContradictionRule> rule) {
        return new RuleSet(
                List.of(),
                List.of(),
                List.of((text, problems) -> {
                    if (Stream.of(CommonField.MEETING, CommonField.NOTICE, CommonField.DOC_NUMBER, CommonField.APPROVAL)
                                    .anyMatch(text.entry().values()::containsKey)
                            || !text.entry().own().isEmpty()
                            || text.prose().stream().anyMatch(line -> NUMBER.matcher(line.text())
                                    .find())) {
                        rule.get().check(text, isCompared(text.entry()), problems);
                    }
                }),
                List.of());
    }

    @Override
    public AudienceFeature place(AudienceContext place) {
        return new AudienceFeature() {};
    }

    private static void figures(Entry entry, Consumer<Problem> problems) {
        if (!entry.own().isEmpty() || entry.values().containsKey(CommonField.MEETING)) {
            FigureRules.check(entry, problems);
        }
    }

    private HeaderRuleContext facts() {
        SiteConfig config = settings.config();
        return new HeaderRuleContext(
                config.branch().code(),
                config.branch().supervision(),
                settings.calendar(),
                typed -> config.data()
                        .catalogue()
                        .named(typed)
                        .map(item -> item.disclosure().scope())
                        .filter(scope -> !scope.isEmpty()),
                config.resultWithin());
    }

    /**
     * Returns the rules about attachments, images and the personal data in them and in entries, for one build: they
     * cache what they read.
     *
     * @param yaml reads the lists of what may be published
     * @param privacy the settings about personal data
     * @param picturesReduced whether large photographs are published smaller than they are
     * @param data the names of the data files of features
     */
    public static RuleSet files(YamlReader yaml, PrivacySettings privacy, boolean picturesReduced, List<String> data) {
        return new RuleSet(
                List.of(),
                List.of(RulesFeature::examinations),
                List.of(new PersonalDataRule(privacy), RulesFeature::attachmentList),
                List.of(
                        new AttachmentRule(yaml, privacy, picturesReduced),
                        (site, problems) -> others(site, data, problems)));
    }

    private static void examinations(Entry entry, LocalDate today, Consumer<Problem> problems) {
        if (!entry.header().attachments().isEmpty()) {
            ManualExaminations.given(entry, today, problems);
        }
    }

    private static void attachmentList(EntryText entry, Consumer<Problem> problems) {
        if (!entry.entry().header().attachments().isEmpty() || entry.text().contains("附件")) {
            new AttachmentListRule().check(entry, problems);
        }
    }

    /** Checks the files besides entries. */
    private static void others(WholeSite site, List<String> data, Consumer<Problem> problems) {
        if (!site.source().content().stream().allMatch(file -> EntryFormat.isEntry(file.path()))) {
            new UnreferencedFileRule().check(site, problems);
            new DataFileNameRule(data).check(site, problems);
        }
    }

    /** Whether an entry may be about the same as another. */
    private static boolean isCompared(Entry entry) {
        return entry.publication().status() == Entry.Status.PUBLISHED;
    }

    /** Compares entries with each other where two of them may be about the same. */
    private record Between(Memoized<ContradictionRule> within, LocalDate today) implements SiteRule {

        @Override
        public String inputs(WholeSite site) {
            return new CrossEntryRule(within, today).inputs(compared(site), site);
        }

        @Override
        public void check(WholeSite site, Consumer<Problem> problems) {
            List<Entry> entries = compared(site);
            if (!entries.isEmpty()) {
                new CrossEntryRule(within, today).check(entries, site, problems);
            }
        }

        /** Entries that are compared: none if there is but one. */
        private static List<Entry> compared(WholeSite site) {
            List<Entry> published =
                    site.entries().stream().filter(RulesFeature::isCompared).toList();
            return published.size() > 1 ? published : List.of();
        }
    }
}
