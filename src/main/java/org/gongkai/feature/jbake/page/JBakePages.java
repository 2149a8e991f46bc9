package org.gongkai.feature.jbake.page;

import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.feature.jbake.document.Document;
import org.gongkai.feature.jbake.document.Library;
import org.gongkai.feature.jbake.page.JBakePagePlan.JBakePage;
import org.gongkai.feature.jbake.page.Templates.Broken;
import org.gongkai.feature.jbake.settings.ProjectFiles;
import org.gongkai.feature.jbake.settings.ProjectFiles.Asset;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.input.source.SourceTree;
import org.gongkai.pipeline.OtherProjects.OtherPages;
import org.gongkai.problem.Problem;
import org.gongkai.site.SiteFile;

/** The pages and other files of a project. */
public final class JBakePages implements OtherPages {

    private final SourceTree tree;
    private final Templates templates;
    private final Variables variables;
    private final Library library;
    private final Optional<LocalDate> nextChange;
    private final Consumer<Problem> problems;
    private final List<JBakePage> pages;
    private final Map<String, Asset> assets;

    public JBakePages(
            ProjectSettings settings,
            ProjectFiles files,
            Library library,
            Date now,
            Optional<LocalDate> nextChange,
            Consumer<Problem> problems) {
        Sandbox sandbox = new Sandbox();
        this.tree = files.tree();
        this.templates = new Templates(settings, tree, sandbox);
        this.variables = new Variables(settings, library, sandbox, now);
        this.library = library;
        this.nextChange = nextChange;
        this.problems = problems;
        List<JBakePage> planned = new JBakePagePlan(settings, library).pages();
        AddressClaims claims = new AddressClaims(problems);
        claims.pages(planned);
        claims.assets(files.assets(), tree);
        this.pages = claims.kept(planned);
        this.assets = claims.keptAssets();
    }

    @Override
    public List<SiteFile> files() {
        return Stream.concat(
                        pages.stream()
                                .map(page ->
                                        SiteFile.of(page.address(), page.template(), () -> "", () -> render(page))),
                        assets.entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(asset -> SiteFile.copy(
                                        asset.getKey(),
                                        () -> "",
                                        () -> tree.open(asset.getValue().file()))))
                .toList();
    }

    @Override
    public List<String> documents() {
        return library.published().stream().map(Document::address).toList();
    }

    private byte[] render(JBakePage page) {
        try {
            return templates.render(page.template(), page.type(), variables.of(page));
        } catch (Broken e) {
            causes(page, e).forEach(problems);
            return new byte[0];
        }
    }

    @Override
    public Map<String, Integer> counts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (Document document : library.published()) {
            counts.merge(document.type(), 1, Integer::sum);
        }
        return counts;
    }

    @Override
    public Optional<LocalDate> nextChange() {
        return nextChange;
    }

    /**
     * Returns the problems that caused a failure: one for each document that lacks a value, or that of the template.
     */
    private List<Problem> causes(JBakePage page, Broken failure) {
        int dot = failure.missing().lastIndexOf('.');
        String key = dot < 0 ? "" : failure.missing().substring(dot + 1);
        List<Document> lacking = page.documents().stream()
                .filter(document -> Objects.isNull(document.values().get(key)))
                .toList();
        boolean usual = key.equals("title")
                || library.all().stream().anyMatch(document -> document.values().get(key) != null);
        if (key.isEmpty() || lacking.isEmpty() || !usual) {
            return List.of(failure.problem());
        }
        Problem place = failure.problem();
        return lacking.stream()
                .map(document -> Problem.error(
                        "E608",
                        document.path(),
                        1,
                        1,
                        "没有 " + key + "，而模板 " + place.path() + " 第 " + place.line() + " 行要用它",
                        "请在文件头加一行 " + key + "=，或在模板里写 (" + failure.missing() + ")!\"\""))
                .toList();
    }
}
