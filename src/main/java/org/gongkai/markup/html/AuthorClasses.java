package org.gongkai.markup.html;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Renames classes that an author typed to names that no rule or script of a theme uses: with those of the interface a
 * body could hide text on screen or on paper, or imitate parts of the page. A site's own style sheet refers to the new
 * names. Classes that a converter wrote are unchanged.
 */
public final class AuthorClasses {
    /** Prefix of each typed name. No class of a theme begins with it. */
    public static final String PREFIX = "own-";

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\n\\f\\r]+");

    /**
     * Every class that Asciidoctor itself writes, and the roles that its manual names. Missing is {@code menu}, a class
     * of the interface.
     */
    private static final Set<String> OF_ASCIIDOCTOR = Stream.of(
                    "paragraph title content sect0 sect1 sect2 sect3 sect4 sect5 sectionbody discrete float abstract partintro",
                    "listingblock literalblock highlight nowrap nobreak pre-wrap conum colist linenums linenotable",
                    "admonitionblock note tip important caution warning icon exampleblock sidebarblock openblock",
                    "quoteblock verseblock attribution ulist olist dlist hdlist hdlist1 hdlist2 qlist qanda horizontal",
                    "checklist bibliography arabic decimal loweralpha upperalpha lowerroman upperroman lowergreek",
                    "square circle disc none unstyled no-bullet unnumbered inline",
                    "tableblock frame-all frame-none frame-topbot frame-ends frame-sides grid-all grid-none grid-rows",
                    "grid-cols stripes-none stripes-even stripes-odd stripes-all stripes-hover stretch fit-content",
                    "halign-left halign-center halign-right valign-top valign-middle valign-bottom header",
                    "imageblock image videoblock audioblock stemblock thumb related left right center",
                    "text-left text-center text-right text-justify stem bare button keyseq key menuseq menuref submenu",
                    "menuitem caret footnote footnoteref toc toc2 toctitle sectlevel1 sectlevel2 sectlevel3 sectlevel4",
                    "sectlevel5 lead big small underline overline line-through term unresolved math")
            .flatMap(names -> Stream.of(names.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private AuthorClasses() {}

    /** Returns the renamed names in a value of {@code class}, separated by one space. */
    public static String renamed(String value) {
        return BLANKS.splitAsStream(value)
                .filter(name -> !name.isEmpty())
                .map(name -> PREFIX + name)
                .collect(Collectors.joining(" "));
    }

    /** Renames all classes in the output of Asciidoctor that are not its own. */
    public static void renameInAsciiDoc(Element body) {
        for (Element element : body.getElementsByAttribute("class")) {
            element.attr(
                    "class",
                    BLANKS.splitAsStream(element.className())
                            .map(name -> isOfAsciidoctor(name) ? name : PREFIX + name)
                            .collect(Collectors.joining(" ")));
        }
    }

    private static boolean isOfAsciidoctor(String name) {
        return OF_ASCIIDOCTOR.contains(name) || name.startsWith("language-");
    }
}
