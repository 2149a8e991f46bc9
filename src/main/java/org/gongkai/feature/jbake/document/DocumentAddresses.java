package org.gongkai.feature.jbake.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jbake.app.configuration.JBakeConfiguration;

/** Determines addresses of documents as JBake does. */
public record DocumentAddresses(JBakeConfiguration rules) {

    /**
     * Returns the address for templates.
     *
     * @param path path from the content folder
     */
    String uri(String path) {
        int slash = path.lastIndexOf('/') + 1;
        String name = path.substring(slash);
        String base = name.lastIndexOf('.') < 0 ? name : name.substring(0, name.lastIndexOf('.'));
        String encoded = path.substring(0, slash) + URLEncoder.encode(base, StandardCharsets.UTF_8);
        return isFolder(path) ? encoded + "/index" + rules.getOutputExtension() : encoded + rules.getOutputExtension();
    }

    /** Returns the relative path from a document to the root, ending in a slash, or empty. */
    public String rootPath(String path) {
        String up = "../".repeat((int) path.chars().filter(c -> c == '/').count());
        if (!rules.getUriWithoutExtension()) {
            return up;
        }
        return (up.isEmpty() ? "" : up.substring(0, up.length() - 1)) + "/../";
    }

    /** Returns the output file: the address with the extension of the document's type, marked if it is a draft. */
    String file(String uri, boolean draft, String extension) {
        int dot = uri.lastIndexOf('.');
        String stem = dot > uri.lastIndexOf('/') ? uri.substring(0, dot) : uri;
        return stem + (draft ? rules.getDraftSuffix() : "") + extension;
    }

    private boolean isFolder(String path) {
        String prefix = rules.getPrefixForUriWithoutExtension();
        return rules.getUriWithoutExtension() && prefix != null && !prefix.isEmpty() && ("/" + path).startsWith(prefix);
    }
}
