package org.gongkai;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.gongkai.check.FileRules;
import org.gongkai.check.HeaderRules;
import org.gongkai.check.RuleSet;
import org.gongkai.check.TextRules;
import org.gongkai.check.file.Privacy;
import org.gongkai.check.file.PrivacyReader;
import org.gongkai.config.SiteConfig;
import org.gongkai.config.SiteConfigReader;
import org.gongkai.data.YamlReader;
import org.gongkai.entry.Kinds;
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
        SiteConfig config = new SiteConfigReader(yaml, findings)
                .read(text(source, SiteConfigReader.SITE), text(source, SiteConfigReader.CATEGORIES));
        LocalDate asOf = asked.orElseGet(() -> LocalDate.now(clock.withZone(config.zone())));
        Kinds kinds = Kinds.builtIn(yaml);
        Privacy privacy = new PrivacyReader(yaml, findings).read(text(source, PrivacyReader.PATH));
        RuleSet rules = new HeaderRules().rules().and(new TextRules().rules()).and(new FileRules(privacy).rules());
        return new Settings(config, kinds, asOf, rules);
    }

    private Optional<String> text(SourceTree source, String path) {
        return source.file(path).flatMap(file -> decoder.decode(path, source.bytes(file), findings));
    }
}
