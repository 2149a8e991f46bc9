package org.gongkai.check.file;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.input.calendar.HolidayPlan;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.config.Organisation;
import org.gongkai.input.config.SiteConfigReader;
import org.gongkai.input.entry.kind.KindsReader;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.problem.Nearest;
import org.gongkai.problem.Problem;

/** Reports data files with a misspelled name, which would be ignored silently. */
public final class DataFileNameRule implements SiteRule {

    private static final List<String> READ = List.of(
            SiteConfigReader.SITE,
            SiteConfigReader.CATEGORIES,
            KindsReader.KINDS,
            Catalogue.PATH,
            Organisation.PATH,
            PrivacySettings.PATH);

    private final List<String> read;

    /** @param features the names of the data files of features */
    public DataFileNameRule(List<String> features) {
        this.read = Stream.concat(
                        READ.stream().map(path -> path.substring(SourceTree.DATA.length())), features.stream())
                .toList();
    }

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        for (SourceFile file : site.source().content()) {
            if (file.path().startsWith(SourceTree.DATA)) {
                String name = file.path().substring(SourceTree.DATA.length());
                meant(name)
                        .filter(meant ->
                                !site.source().file(SourceTree.DATA + meant).isPresent())
                        .ifPresent(meant -> problems.accept(Problem.warning(
                                "W409",
                                file.path(),
                                "程序不读“" + name + "”，里面写的没有起作用",
                                "您是不是要写“" + meant + "”；另作他用的，请放到别的文件夹")));
            }
        }
    }

    private Optional<String> meant(String name) {
        String holidays = HolidayPlan.FOLDER.substring(SourceTree.DATA.length());
        if (name.startsWith(holidays)) {
            String year = name.replaceAll("\\D", "");
            boolean read = name.matches(holidays + "\\d{4}\\.yml");
            return !read && year.length() == 4 ? Optional.of(holidays + year + ".yml") : Optional.empty();
        }
        if (read.contains(name)) {
            return Optional.empty();
        }
        String stem = name.toLowerCase(Locale.ROOT).replaceFirst("\\.(yaml|yml|txt|json)$", "");
        return Nearest.of(stem + ".yml", read).filter(meant -> isNear(stem, meant));
    }

    /** For short names, a common part is no indication. */
    private static boolean isNear(String stem, String meant) {
        return Math.abs(stem.length() + ".yml".length() - meant.length()) <= 1;
    }
}
