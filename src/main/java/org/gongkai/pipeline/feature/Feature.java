package org.gongkai.pipeline.feature;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.calendar.WorkCalendar;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.data.Binder;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.entry.kind.Kinds;
import org.gongkai.pipeline.feature.AudienceFeature.AudienceContext;
import org.gongkai.problem.Problem;

/**
 * A part of the product that adds to sites.
 *
 * @param names the names that it takes in settings and addresses
 * @param configure reads its settings of a site, and returns what it adds to a site that has them
 */
public record Feature(FeatureNames names, Function<FeatureSettings, ConfiguredFeature> configure) {

    /** What a feature adds to a site whose settings are known. */
    @FunctionalInterface
    public interface ConfiguredFeature {

        /** The rules that entries are checked against. */
        default RuleSet rules() {
            return RuleSet.NONE;
        }

        /** Returns what it adds to the site of an audience. */
        AudienceFeature place(AudienceContext place);
    }

    /**
     * The data files of a site.
     *
     * @param yaml reads them
     * @param texts returns the text of a file of the site by its path; empty if there is none
     * @param problems receives what is wrong in them
     */
    public record DataFiles(YamlReader yaml, Function<String, Optional<String>> texts, Consumer<Problem> problems) {}

    /**
     * The settings of a site as features read them.
     *
     * @param config its settings
     * @param names the names that all features take
     * @param site what {@code site.yml} says, if anything
     * @param kinds the kinds of entries
     * @param asOf the day for which the site is built
     * @param calendar the working days, with the holiday plans of the site
     * @param privacy the settings about personal data
     * @param files its data files
     */
    public record FeatureSettings(
            SiteConfig config,
            FeatureNames names,
            Optional<Value> site,
            Kinds kinds,
            LocalDate asOf,
            WorkCalendar calendar,
            PrivacySettings privacy,
            DataFiles files) {

        /** Reads those settings in {@code site.yml} that are components of a record; the others are not examined. */
        public <T> T read(Class<T> type) {
            Value.Fields all = site.filter(Value.Fields.class::isInstance)
                    .map(Value.Fields.class::cast)
                    .orElse(new Value.Fields(List.of(), 1, 1));
            return new Binder(SiteConfigReader.SITE, "E110", files.problems).some(type, all);
        }
    }
}
