package org.gongkai.write.document.foreign;

import java.util.List;

/** The generators of websites whose sources are recognised, and what each of them publishes by default. */
enum Generator {
    VUEPRESS("VuePress", List.of(".vuepress/public", "public"), "."),
    HUGO("Hugo", List.of("static", "assets"), "content"),
    HEXO("Hexo", List.of("source"), "source"),
    JEKYLL("Jekyll", List.of("assets"), "."),
    GITBOOK("GitBook", List.of(), ".");

    private final String label;
    private final List<String> statics;
    private final String content;

    Generator(String label, List<String> statics, String content) {
        this.label = label;
        this.statics = statics;
        this.content = content;
    }

    /** Its name. */
    String label() {
        return label;
    }

    /** The folders whose files it publishes as they are, besides that of the texts. */
    List<String> statics() {
        return statics;
    }

    /** The folder of the texts. */
    String content() {
        return content;
    }
}
