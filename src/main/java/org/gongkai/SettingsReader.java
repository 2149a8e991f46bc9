package org.gongkai;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.calendar.HolidayPlan;
import org.gongkai.calendar.HolidayPlanReader;
import org.gongkai.calendar.WorkCalendar;
import org.gongkai.check.Disclosure;
import org.gongkai.check.FileRules;
import org.gongkai.check.HeaderRules;
import org.gongkai.check.RuleSet;
import org.gongkai.check.RuleSettingsReader;
import org.gongkai.check.TextRules;
import org.gongkai.check.file.Privacy;
import org.gongkai.check.file.PrivacyReader;
import org.gongkai.check.header.HeaderFacts;
import org.gongkai.check.kind.KindRules;
import org.gongkai.config.Catalogue;
import org.gongkai.config.SiteConfig;
import org.gongkai.config.SiteConfigReader;
import org.gongkai.data.YamlReader;
import org.gongkai.entry.Kinds;
import org.gongkai.entry.KindsReader;
import org.gongkai.entry.NoticePeriod;
import org.gongkai.source.SourceFile;
import org.gongkai.source.SourceTree;
import org.gongkai.source.TextDecoder;

/** Reads what a site says of itself. */
final class SettingsReader {

    private final YamlReader yaml;
    private final Clock clock;
    private final Findings findings;
    private final TextDecoder decoder = new TextDecoder();

    SettingsReader(YamlReader yaml, Clock clock, Findings findings) {
        this.yaml = yaml;
        this.clock = clock;
        this.findings = findings;
    }

    /**
     * Reads the settings.
     *
     * @param asked the day that was asked for; today in the site's time zone if empty
     */
    Settings read(SourceTree source, Optional<LocalDate> asked) {
        SiteConfig config = new SiteConfigReader(yaml, findings).read(path -> text(source, path));
        LocalDate asOf = asked.orElseGet(() -> LocalDate.now(clock.withZone(config.zone())));
        text(source, SiteConfigReader.SITE)
                .ifPresent(site -> findings.takeRulesAs(new RuleSettingsReader(yaml, findings).read(site)));
        Kinds kinds = new KindsReader(yaml, findings).read(text(source, KindsReader.KINDS));
        Privacy privacy = new PrivacyReader(yaml, findings).read(text(source, PrivacyReader.PATH));
        WorkCalendar calendar = calendar(source);
        RuleSet rules = new HeaderRules(facts(config, kinds, calendar))
                .rules()
                .and(new KindRules(config.catalogue()).rules())
                .and(new TextRules().rules())
                .and(new FileRules(privacy).rules());
        return new Settings(config, kinds, asOf, calendar, new Disclosure(privacy), rules);
    }

    private static HeaderFacts facts(SiteConfig config, Kinds kinds, WorkCalendar calendar) {
        Map<String, NoticePeriod> periods = new HashMap<>();
        kinds.all().forEach(kind -> kind.notice().ifPresent(period -> periods.put(kind.name(), period)));
        return new HeaderFacts(
                config.code(),
                config.supervision(),
                calendar,
                periods,
                typed -> config.catalogue()
                        .named(typed)
                        .map(Catalogue.Item::scope)
                        .filter(scope -> !scope.isEmpty()),
                config.resultWithin());
    }

    /** The working days, with the plans of holidays that the site has of its own. */
    private WorkCalendar calendar(SourceTree source) {
        HolidayPlanReader reader = new HolidayPlanReader(yaml, findings);
        List<HolidayPlan> plans = source.files("content").stream()
                .map(SourceFile::path)
                .filter(path -> path.startsWith(HolidayPlanReader.FOLDER) && path.endsWith(".yml"))
                .flatMap(path -> text(source, path).flatMap(text -> reader.read(path, text)).stream())
                .toList();
        return new WorkCalendar(yaml, plans);
    }

    private Optional<String> text(SourceTree source, String path) {
        return source.file(path).flatMap(file -> decoder.decode(path, source.bytes(file), findings));
    }
}
