package org.gongkai.pipeline.read;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.function.Uncheck;
import org.gongkai.check.Disclosure;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.check.setting.RuleSettings;
import org.gongkai.input.calendar.HolidayPlan;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.input.source.TextDecoder;
import org.gongkai.pipeline.BuiltSite;
import org.gongkai.pipeline.ProblemCollector;
import org.gongkai.pipeline.SharedParts;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.pipeline.feature.Feature.ConfiguredFeature;
import org.gongkai.pipeline.feature.Feature.DataFiles;
import org.gongkai.pipeline.feature.Feature.FeatureSettings;
import org.gongkai.problem.Problem;
import org.gongkai.site.address.Slugs;

/** Reads the settings of a site. */
public final class SiteSettingsReader {

    private final YamlReader yaml;
    private final SharedParts shared;
    private final Clock clock;
    private final ProblemCollector problems;
    private final TextDecoder decoder = new TextDecoder();

    /**
     * @param shared the features of the product, and the reader of its data files
     * @param clock determines the day of a build whose request names none
     */
    public SiteSettingsReader(SharedParts shared, Clock clock, ProblemCollector problems) {
        this.yaml = shared.yaml();
        this.shared = shared;
        this.clock = clock;
        this.problems = problems;
    }

    /**
     * Reads the settings.
     *
     * @param requested the day for which the site is built; today in the site's time zone if empty
     */
    public SiteSettings read(SourceTree source, Optional<LocalDate> requested) {
        FeatureNames names =
                shared.features().stream().map(Feature::names).reduce(FeatureNames.NONE, FeatureNames::and);
        SiteConfigReader reader = new SiteConfigReader(yaml, names, problems);
        Optional<Value> site = reader.content(text(source, SiteConfigReader.SITE));
        SiteConfig config = reader.read(site, path -> text(source, path));
        LocalDate asOf = requested.orElseGet(() -> LocalDate.now(clock.withZone(config.zone())));
        site.ifPresent(it -> problems.setRuleSettings(RuleSettings.read(yaml, it, problems)));
        Optional<String> ownKinds = text(source, KindsReader.KINDS);
        Kinds kinds = ownKinds.isPresent() ? new KindsReader(yaml, problems).read(ownKinds) : shared.kinds();
        checkKinds(config.data().catalogue(), kinds);
        PrivacySettings privacy = PrivacySettings.read(yaml, text(source, PrivacySettings.PATH), problems);
        WorkCalendar calendar = calendar(source);
        DataFiles files = new DataFiles(yaml, path -> text(source, path), problems);
        FeatureSettings settings = new FeatureSettings(config, names, site, kinds, asOf, calendar, privacy, files);
        List<ConfiguredFeature> configured = shared.features().stream()
                .map(feature -> feature.configure().apply(settings))
                .toList();
        RuleSet rules = configured.stream().map(ConfiguredFeature::rules).reduce(RuleSet.NONE, RuleSet::and);
        return new SiteSettings(config, kinds, asOf, calendar, new Disclosure(privacy), rules, configured);
    }

    /**
     * The folders of the audiences before the site is built, as {@link BuiltSite#folder} names them; an empty name if
     * there is one only. Problems are ignored; the build reports them.
     *
     * @throws IOException if the settings cannot be read
     */
    public static List<String> audienceFolders(SiteSource site) throws IOException {
        if (site.isJBake()) {
            return List.of("");
        }
        TextDecoder decoder = new TextDecoder();
        SiteConfig config = new SiteConfigReader(new YamlReader(), FeatureNames.NONE, problem -> {})
                .read(path -> bytes(site, path).flatMap(bytes -> decoder.decode(path, bytes, problem -> {})));
        Slugs slugs = new Slugs();
        return config.audiences().stream()
                .map(audience -> BuiltSite.folder(config, audience, slugs))
                .toList();
    }

    private static Optional<byte[]> bytes(SiteSource site, String path) {
        return Uncheck.get(() -> site.bytes(path));
    }

    private void checkKinds(Catalogue catalogue, Kinds kinds) {
        catalogue.items().stream()
                .flatMap(item -> item.kinds().stream())
                .filter(kind -> catalogue.own() && kinds.named(kind.text()).isEmpty())
                .forEach(kind -> problems.accept(Problem.error(
                        "E131", Catalogue.PATH, kind, "没有“" + kind.text() + "”这个文种", kinds.advice(kind.text()))));
    }

    /** The working days, with the holiday plans of the site. */
    private WorkCalendar calendar(SourceTree source) {
        List<HolidayPlan> plans = source.content().stream()
                .map(SourceFile::path)
                .filter(path -> path.startsWith(HolidayPlan.FOLDER) && path.endsWith(".yml"))
                .flatMap(path ->
                        text(source, path).flatMap(text -> HolidayPlan.read(yaml, path, text, problems)).stream())
                .toList();
        return new WorkCalendar(yaml, plans);
    }

    private Optional<String> text(SourceTree source, String path) {
        return source.file(path).flatMap(file -> decoder.decode(source, file, problems));
    }
}
