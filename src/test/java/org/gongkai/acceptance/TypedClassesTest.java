package org.gongkai.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.testing.Promise;
import org.gongkai.testing.SiteFolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes of the theme that a writer types into a body: they change nothing of how it looks, on screen and on paper. */
@BrowserTest
@Tag("slow")
@Promise("Classes typed by an author are prefixed")
class TypedClassesTest {

    private static final List<String> ELEMENTS = List.of("p", "span", "a", "ul", "table");

    /** What differs between an element and its model, and the models of which nothing is seen. */
    private static final String COMPARE =
            """
            const properties = ['content', 'display', 'position', 'float', 'clip', 'clip-path', 'opacity', 'visibility', 'z-index',
                'overflow-x', 'overflow-y', 'color', 'background-color', 'border-top', 'border-right', 'border-bottom', 'border-left',
                'margin', 'padding', 'min-width', 'min-height', 'max-width', 'max-height', 'box-sizing', 'font-family', 'font-size',
                'font-weight', 'font-style', 'line-height', 'letter-spacing', 'text-align', 'text-indent', 'text-decoration-line',
                'text-transform', 'vertical-align', 'white-space', 'list-style', 'order', 'flex', 'align-items', 'transform',
                'break-inside', 'outline-style', 'filter', 'cursor', 'column-count', 'direction'];
            const models = {};
            const styled = (element, part) => {
                const style = getComputedStyle(element, part);
                return properties.map(name => name + ': ' + style.getPropertyValue(name));
            };
            const differing = [];
            document.querySelectorAll('[id^="try-"]').forEach(element => {
                [null, '::before', '::after'].forEach(part => {
                    const kind = element.id.split('-')[1];
                    const model = models[kind + part] = models[kind + part]
                        || styled(document.getElementById('model-' + kind), part);
                    const other = styled(element, part).filter((property, i) => property != model[i]);
                    if (other.length) differing.push(element.id + (part || '') + ' ' + other.join('; '));
                });
            });
            return differing;
            """;

    /** The elements below a heading of which a reader sees nothing. */
    private static final String UNSEEN =
            """
            return Array.from(document.querySelectorAll('.prose *')).filter(element => {
                const box = element.getBoundingClientRect();
                const style = getComputedStyle(element);
                return element.textContent.trim() && (box.width < 5 || box.height < 5 || style.opacity < 1
                    || style.visibility != 'visible' || style.clip != 'auto' || style.position == 'absolute'
                    || style.position == 'fixed' || parseFloat(style.fontSize) < 9);
            }).map(element => element.outerHTML);
            """;

    @TempDir
    private static Path folder;

    private static BuiltSite built;

    @BeforeAll
    static void everyClassOfTheTheme() throws IOException {
        Set<String> classes = themeClasses();
        StringBuilder html = new StringBuilder();
        StringBuilder markdown = new StringBuilder();
        StringBuilder asciiDoc = new StringBuilder();
        for (String element : ELEMENTS) {
            html.append(wrapped(element, "id=\"model-" + element + "\""));
            markdown.append(wrapped(element, "id=\"model-" + element + "\"")).append("\n\n");
            for (String name : classes) {
                String attributes = "id=\"try-" + element + "-" + name + "\" class=\"" + name + "\"";
                html.append(wrapped(element, attributes));
                markdown.append(wrapped(element, attributes)).append("\n\n");
            }
        }
        // A blank and a letter may be written as references, and several names may stand in one value.
        html.append(wrapped("p", "id=\"try-p-0\" class=\"&#118;h x&#32;print-foot&Tab;chip\""))
                .append(wrapped("p", "ID=\"try-p-1\" CLASS='vh\nstrip'"))
                .append(wrapped("p", "id=\"try-p-2\" hidden style=\"display:none\" data-notice-to=\"2000-01-01\""));
        asciiDoc.append("====\n[#model-role.x]#甲#\n====\n\n");
        classes.forEach(name -> asciiDoc.append("====\n[#try-role-" + name + "." + name + "]#甲#\n====\n\n")
                .append("[." + name + "]\n甲乙丙\n\n")
                .append("[." + name + "]\n|===\n|甲乙丙\n|===\n\n")
                .append("++++\n<div><p class=\"" + name + "\">甲乙丙</p></div>\n++++\n\n"));
        SiteFolder site = new SiteFolder(folder)
                .file("content/通知/a.html", header("网页") + html)
                .file("content/通知/b.md", header("标记") + markdown)
                .file("content/通知/c.adoc", "= 文档\n:发布日期: 2024-05-01\n:栏目: 通知\n\n" + asciiDoc)
                .built();
        built = BuiltSite.at(site.output());
    }

    private static String header(String title) {
        return "---\n标题: " + title + "\n发布日期: 2024-05-01\n栏目: 通知\n---\n\n";
    }

    private static String wrapped(String element, String attributes) {
        String content = element.equals("table") ? "<tr><td>甲</td></tr>" : element.equals("ul") ? "<li>甲</li>" : "甲";
        return "<div><" + element + " " + attributes + ">" + content + "</" + element + "></div>";
    }

    /** Every name of a class in the style sheets and the script of the theme. */
    private static Set<String> themeClasses() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String file :
                List.of("assets/gongkai.css", "assets/history.css", "assets/print.css", "src/main/js/gongkai.js")) {
            String text = Files.readString(Path.of(file)).replaceAll("(?s)/\\*.*?\\*/", "");
            Matcher name = Pattern.compile("\\.([a-z][-a-z]*[a-z0-9]*)(?=[^(\\w]*[\\s,.:>{+~\\[)'#])")
                    .matcher(text);
            while (name.find()) {
                names.add(name.group(1));
            }
        }
        return names;
    }

    @Test
    @DisplayName("of the theme are all tried, and none has the name that a typed one is given")
    void areAllTried() throws IOException {
        assertThat(themeClasses())
                .hasSizeGreaterThan(100)
                .contains(
                        "vh",
                        "print-foot",
                        "band",
                        "chip-good",
                        "signature",
                        "footnote-backref",
                        "removed",
                        "js-printed")
                .noneMatch(name -> name.startsWith("own-"));
        assertThat(built.text("notices/2024/a.html")).contains("class=\"own-vh\"");
    }

    @Test
    @DisplayName("typed into HTML and Markdown look like any other, on screen and on paper")
    void lookLikeAnyOther(Browser browser) {
        for (String page : List.of("notices/2024/a.html", "notices/2024/b.html")) {
            for (boolean paper : new boolean[] {false, true}) {
                browser.open(built.path(page));
                browser.paper(paper);
                assertThat((List<?>) browser.run(COMPARE)).as(page).isEmpty();
                assertThat((List<?>) browser.run(UNSEEN)).as(page).isEmpty();
            }
        }
    }

    @Test
    @DisplayName(
            "typed as roles of AsciiDoc hide nothing, and look like any other unless Asciidoctor itself writes them")
    void asRoles(Browser browser) {
        Set<String> ofAsciidoctor = built.html("notices/2024/c.html").select("[id^=try-role-]").stream()
                .filter(element -> !element.className().startsWith("own-"))
                .map(element -> element.id())
                .collect(Collectors.toSet());
        assertThat(ofAsciidoctor).contains("try-role-title").doesNotContain("try-role-vh", "try-role-menu");
        for (boolean paper : new boolean[] {false, true}) {
            browser.open(built.path("notices/2024/c.html"));
            browser.paper(paper);
            assertThat((List<?>) browser.run(COMPARE))
                    .map(line -> line.toString().split("[: ]")[0])
                    .isSubsetOf(ofAsciidoctor);
            assertThat((List<?>) browser.run(UNSEEN)).isEmpty();
        }
    }
}
