package org.gongkai.write.document.foreign;

import java.util.List;

/** The generators of websites whose sources are recognised. */
enum Generator {
    VUEPRESS("VuePress", ".vuepress/public", "public"),
    DOCUSAURUS("Docusaurus", "static"),
    MKDOCS("MkDocs"),
    HUGO("Hugo", "static", "assets"),
    HEXO("Hexo", "source"),
    JEKYLL("Jekyll", "assets"),
    GITBOOK("GitBook");

    private final String label;
    private final List<String> statics;

    Generator(String label, String... statics) {
        this.label = label;
        this.statics = List.of(statics);
    }

    /** Its name. */
    String label() {
        return label;
    }

    /** The folders whose files it publishes as they are, besides those of the texts. */
    List<String> statics() {
        return statics;
    }
}
