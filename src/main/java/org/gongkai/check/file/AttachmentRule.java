package org.gongkai.check.file;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.gongkai.check.personal.HiddenData;
import org.gongkai.check.personal.Personal;
import org.gongkai.check.personal.PersonalData;
import org.gongkai.check.personal.PersonalDataRule;
import org.gongkai.check.personal.PrivacySettings;
import org.gongkai.check.prose.DisplayedLine;
import org.gongkai.check.rule.RuleSet.SiteRule;
import org.gongkai.check.rule.RuleSet.WholeSite;
import org.gongkai.check.text.SecrecyRule;
import org.gongkai.input.attachment.AttachmentContent;
import org.gongkai.input.attachment.AttachmentTextExtractor;
import org.gongkai.input.data.Value;
import org.gongkai.input.data.YamlReader;
import org.gongkai.input.source.EntryFormat;
import org.gongkai.input.source.SourceFile;
import org.gongkai.input.source.SourceTree;
import org.gongkai.io.Memoized;
import org.gongkai.problem.FirstProblems;
import org.gongkai.problem.Problem;

/**
 * Checks every file of a site that is not an entry. Personal data are reported in all files, because the history
 * retains everything that was committed; whether a file is fit for publication is checked only if an entry names it.
 * Results are cached so that a file is read once for several audiences.
 */
public final class AttachmentRule implements SiteRule {

    private static final String IN_NAME = "文件名里";

    private final Memoized<FileReading> reading;
    private final PersonalData names = new PersonalData();
    private final HiddenData hidden = new HiddenData(names);
    private final PrivacySettings privacy;
    private final Map<String, Found> known = new ConcurrentHashMap<>();

    /**
     * What was found in a file.
     *
     * @param always problems that are always reported
     * @param ifNamed problems that are reported only if an entry names the file
     * @param saved the day on which the file was saved, if it says so
     */
    private record Found(List<Problem> always, List<Problem> ifNamed, Optional<LocalDate> saved) {}

    /**
     * @param yaml reads the lists of what may be published
     * @param picturesReduced whether large photographs are published smaller than they are
     */
    public AttachmentRule(YamlReader yaml, PrivacySettings privacy, boolean picturesReduced) {
        this.reading = new Memoized<>(() -> new FileReading(yaml, privacy, picturesReduced));
        this.privacy = privacy;
    }

    @Override
    public void check(WholeSite site, Consumer<Problem> problems) {
        Set<String> entries = new HashSet<>();
        site.entries().forEach(entry -> entries.add(entry.path()));
        site.source().content().parallelStream().forEach(file -> {
            boolean entry = entries.contains(file.path()) || EntryFormat.isEntry(file.path());
            Found found = known.computeIfAbsent(file.path(), path -> inspect(file, entry, site.source()));
            found.always().forEach(problems);
            if (site.named().contains(file.path())) {
                boolean isExamined = found.ifNamed().stream().anyMatch(AttachmentCheck::isUnread)
                        && ManualExaminations.isExamined(file.path(), found.saved(), site.entries(), problems);
                found.ifNamed().stream()
                        .filter(problem -> !isExamined || !AttachmentCheck.isUnread(problem))
                        .forEach(problems);
            }
        });
    }

    private Found inspect(SourceFile file, boolean entry, SourceTree source) {
        List<Problem> always = new ArrayList<>();
        List<Problem> ifNamed = new ArrayList<>();
        name(file, always::add);
        Optional<LocalDate> saved = entry || file.path().equals(PrivacySettings.PATH)
                ? Optional.empty()
                : reading.get().check(file, source, always, ifNamed);
        return new Found(always, ifNamed, saved);
    }

    private void name(SourceFile file, Consumer<Problem> problems) {
        for (String name : file.path().split("/")) {
            List<Personal> found = new ArrayList<>(names.scan(name));
            hidden.find(name, new DisplayedLine.Reader(), found);
            for (Personal personal : found) {
                if (!privacy.allows(personal)) {
                    problems.accept(PersonalDataRule.problem(personal, file.path(), 1, 1, IN_NAME));
                }
            }
            FileTextCheck.namesakes(name, file.path(), new Value.Text("", 1, 1), IN_NAME, problems);
            SecrecyRule.in(name.replaceFirst("\\.[^.]*$", ""))
                    .ifPresent(mark -> problems.accept(Problem.error(
                            mark.code(), file.path(), 1, 1, IN_NAME + "的" + mark.message(), mark.hint())));
        }
    }

    /** What reads files and checks what is in them; most sites have none but entries. */
    private static final class FileReading {

        private final AttachmentTextExtractor inspector = new AttachmentTextExtractor();
        private final AttachmentCheck form;
        private final FileTextCheck pieces;

        FileReading(YamlReader yaml, PrivacySettings privacy, boolean picturesReduced) {
            this.form = new AttachmentCheck(new FileTypes(yaml), picturesReduced);
            this.pieces = new FileTextCheck(privacy);
        }

        /** Returns the day on which a file was saved, if it says so; its parameters are those of {@link Found}. */
        Optional<LocalDate> check(SourceFile file, SourceTree source, List<Problem> always, List<Problem> ifNamed) {
            boolean allowed = form.checkName(file, ifNamed::add);
            if (file.size() > inspector.maxBytes()) {
                if (allowed) {
                    form.tooLarge(file, inspector.maxBytes(), ifNamed::add);
                }
                return Optional.empty();
            }
            return inspector.read(file, () -> {
                FirstProblems inTexts = new FirstProblems();
                byte[] bytes = source.bytes(file);
                AttachmentContent inspection = inspector.inspect(file.ending(), bytes);
                pieces.check(file.path(), inspection, inTexts);
                always.addAll(inTexts.kept());
                if (allowed && !file.path().startsWith(SourceTree.DATA)) {
                    form.check(file, bytes, inspection, inspector.maxHeap(), ifNamed::add);
                }
                return inspection.saved();
            });
        }
    }
}
