package org.gongkai.build.read;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongkai.build.ProblemCollector;
import org.gongkai.check.Disclosure;
import org.gongkai.check.FileRules;
import org.gongkai.check.TextRules;
import org.gongkai.check.count.StatedCountRule;
import org.gongkai.check.count.UnmentionedTasksRule;
import org.gongkai.check.figure.FigureRules;
import org.gongkai.check.header.HeaderFacts;
import org.gongkai.check.header.HeaderRules;
import org.gongkai.check.kind.KindRules;
import org.gongkai.check.personal.Privacy;
import org.gongkai.check.personal.PrivacyReader;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.setting.RuleSettingsReader;
import org.gongkai.input.calendar.HolidayPlan;
import org.gongkai.input.calendar.HolidayPlanReader;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.config.CatalogueReader;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.problem.Problem;
import org.gongkai.register.spec.RegisterSpec;
import org.gongkai.register.spec.RegisterSpecReader;

/** Reads the settings of a site. */
public final class SiteSettingsReader {

    private final YamlReader yaml;
    private final Clock clock;
    private final ProblemCollector problems;
    private final TextDecoder decoder = new TextDecoder();

    public SiteSettingsReader(YamlReader yaml, Clock clock, ProblemCollector problems) {
        this.yaml = yaml;
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * Reads the settings.
     *
     * @param requested the day for which the site is built; today in the site's time zone if empty
     */
    public SiteSettings read(SourceTree source, Optional<LocalDate> requested) {
        SiteConfig config = new SiteConfigReader(yaml, problems).read(path -> text(source, path));
        LocalDate asOf = requested.orElseGet(() -> LocalDate.now(clock.withZone(config.zone())));
        text(source, SiteConfigReader.SITE)
                .ifPresent(site -> problems.setRuleSettings(new RuleSettingsReader(yaml, problems).read(site)));
        Kinds kinds = new KindsReader(yaml, problems).read(text(source, KindsReader.KINDS));
        checkKinds(config.catalogue(), kinds);
        Privacy privacy = new PrivacyReader(yaml, problems).read(text(source, PrivacyReader.PATH));
        WorkCalendar calendar = calendar(source);
        List<RegisterSpec> registers = new RegisterSpecReader(yaml, kinds, config.resultWithin(), problems)
                .read(text(source, RegisterSpecReader.REGISTERS));
        RuleSet rules = HeaderRules.all(facts(config, calendar))
                .and(new KindRules(config.catalogue(), config.organisation()).rules())
                .and(FigureRules.all())
                .and(new TextRules().rules())
                .and(FileRules.all(yaml, privacy, config.pictures()))
                .and(new RuleSet(
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new StatedCountRule(
                                        registers, config.organisation().groupNames(), asOf, kinds),
                                new UnmentionedTasksRule())));
        return new SiteSettings(config, kinds, asOf, calendar, new Disclosure(yaml, privacy), rules, registers);
    }

    private void checkKinds(Catalogue catalogue, Kinds kinds) {
        catalogue.items().stream()
                .flatMap(item -> item.kinds().stream())
                .filter(kind -> catalogue.own() && kinds.named(kind.text()).isEmpty())
                .forEach(kind -> problems.accept(Problem.error(
                        "E131",
                        CatalogueReader.CATALOGUE,
                        kind,
                        "没有“" + kind.text() + "”这个文种",
                        kinds.advice(kind.text()))));
    }

    private static HeaderFacts facts(SiteConfig config, WorkCalendar calendar) {
        return new HeaderFacts(
                config.code(),
                config.supervision(),
                calendar,
                typed -> config.catalogue()
                        .named(typed)
                        .map(Catalogue.Item::scope)
                        .filter(scope -> !scope.isEmpty()),
                config.resultWithin());
    }

    /** The working days, with the holiday plans of the site. */
    private WorkCalendar calendar(SourceTree source) {
        HolidayPlanReader reader = new HolidayPlanReader(yaml, problems);
        List<HolidayPlan> plans = source.files("content").stream()
                .map(SourceFile::path)
                .filter(path -> path.startsWith(HolidayPlanReader.FOLDER) && path.endsWith(".yml"))
                .flatMap(path -> text(source, path).flatMap(text -> reader.read(path, text)).stream())
                .toList();
        return new WorkCalendar(yaml, plans);
    }

    private Optional<String> text(SourceTree source, String path) {
        return source.file(path).flatMap(file -> decoder.decode(source, file, problems));
    }
}
