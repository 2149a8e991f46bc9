package org.gongkai.feature.jbake.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.gongkai.feature.jbake.document.Document;
import org.gongkai.feature.jbake.document.Library;
import org.gongkai.feature.jbake.page.JBakePageList.JBakePage;
import org.gongkai.feature.jbake.page.Templates.Broken;
import org.gongkai.feature.jbake.settings.ProjectFiles;
import org.gongkai.feature.jbake.settings.ProjectFiles.Asset;
import org.gongkai.feature.jbake.settings.ProjectSettings;
import org.gongkai.input.source.FolderSource;
import org.gongkai.input.source.SourceTree;
import org.gongkai.pipeline.OtherProjects.OtherPages;
import org.gongkai.problem.Problem;
import org.gongkai.site.SiteFile;

/** The pages and other files of a project. */
public final class JBakeSiteFiles implements OtherPages {

    private final SourceTree tree;
    private final Templates templates;
    private final Variables variables;
    private final Library library;
    private final Optional<LocalDate> nextChange;
    private final Consumer<Problem> problems;
    private final List<JBakePage> pages;
    private final Map<String, Asset> assets;

    public JBakeSiteFiles(
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
        List<JBakePage> planned = new JBakePageList(settings, library).pages();
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
                        "没有 " + key + "，而模板 " + place.path() + " 第 " + place.line() + " 行要用它",
                        "请在文件头加一行 " + key + "=，或在模板里写 (" + failure.missing() + ")!\"\""))
                .toList();
    }

    /**
     * Ensures that every address is inside the site and has a single owner. As in JBake, files written later replace
     * those written before: pages in JBake's order, then assets. Two documents with the same address are an error.
     */
    private static final class AddressClaims {

        /** JBake's order; documents follow the archive. */
        private static final List<String> ORDER =
                List.of("archive", "", "feed", "masterindex", "sitemap", "tag", "tagsindex", "error404");

        private final Consumer<Problem> problems;
        private final Map<String, Claim> claims = new HashMap<>();

        AddressClaims(Consumer<Problem> problems) {
            this.problems = problems;
            // The manifest if the project has a manifest.json of its own.
            claims.put("gongkai-manifest.json", new Claim("文件清单", FolderSource.JBAKE_SETTINGS, null, null));
        }

        /**
         * A claim to an address.
         *
         * @param owner its name in messages
         * @param path the file to be corrected
         * @param page the page, {@code null} for an asset
         * @param asset the asset, {@code null} for a page
         */
        private record Claim(String owner, String path, JBakePage page, Asset asset) {
            boolean isOurs() {
                return page == null && asset == null;
            }

            boolean isDocument() {
                return page != null && page.isDocument();
            }
        }

        /** Adds the claims of pages; must be called before {@link #assets}. */
        void pages(List<JBakePage> pages) {
            pages.stream()
                    .sorted(Comparator.comparingInt(page -> ORDER.indexOf(page.isDocument() ? "" : page.type())))
                    .forEach(page -> {
                        String path =
                                page.isDocument() ? page.documents().get(0).path() : FolderSource.JBAKE_SETTINGS;
                        claim(page.address(), new Claim(page.isDocument() ? path : label(page), path, page, null));
                    });
        }

        /** Adds the claims of assets; one of two identical assets is sufficient. */
        void assets(List<Asset> assets, SourceTree tree) {
            for (Asset asset : assets) {
                Claim other = claims.get(asset.address());
                boolean same = other != null && other.asset() != null && isSame(other.asset(), asset, tree);
                String path = asset.file().path();
                if (!same) {
                    claim(asset.address(), new Claim(path, path, null, asset));
                }
            }
        }

        /** Returns the pages that own their addresses, in order. */
        List<JBakePage> kept(List<JBakePage> pages) {
            return pages.stream()
                    .filter(page -> claims.containsKey(page.address())
                            && claims.get(page.address()).page() == page)
                    .toList();
        }

        /** Returns the assets that own their addresses. */
        Map<String, Asset> keptAssets() {
            Map<String, Asset> kept = new LinkedHashMap<>();
            claims.forEach((address, claim) -> {
                if (claim.asset() != null) {
                    kept.put(address, claim.asset());
                }
            });
            return kept;
        }

        private static boolean isSame(Asset one, Asset other, SourceTree tree) {
            return one.file().size() == other.file().size()
                    && Arrays.equals(tree.bytes(one.file()), tree.bytes(other.file()));
        }

        private void claim(String address, Claim claim) {
            if (!isInside(address, claim)) {
                return;
            }
            Claim other = claims.put(address, claim);
            if (other == null) {
                return;
            }
            if (other.isOurs() || other.isDocument() && claim.isDocument()) {
                problems.accept(Problem.error(
                        "E610",
                        claim.path(),
                        claim.owner() + " 与 " + other.owner() + " 的网址相同：" + address,
                        "JBake 只留下后写的一个；请给其中一个改名"));
            } else {
                boolean generated = other.page() != null && !other.isDocument();
                problems.accept(Problem.warning(
                        "W618",
                        other.path(),
                        other.owner() + " 的网址 " + address + " 被 " + claim.owner() + " 占用，以后者为准",
                        "请给其中一个改名" + (generated || claim.asset() == null ? "，或关掉自动生成的页面" : "")));
            }
        }

        private boolean isInside(String address, Claim claim) {
            for (String name : address.split("/", -1)) {
                if (name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('\0') >= 0) {
                    problems.accept(Problem.error(
                            "E616", claim.path(), claim.owner() + " 的网址不能用：" + address, "请改名；标签和文件名里不要有连着的斜杠或“..”"));
                    return false;
                }
            }
            return true;
        }

        private static String label(JBakePage page) {
            Object tag = page.variables().get("tag");
            return tag == null ? "自动生成的页面 " + page.type() : "标签“" + tag + "”的页面";
        }
    }
}
