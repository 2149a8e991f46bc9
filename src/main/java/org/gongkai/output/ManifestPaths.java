package org.gongkai.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the paths from a manifest that this program wrote; all that is needed to know which files were its own. */
final class ManifestPaths {

    private static final Pattern FILE = Pattern.compile(
            "^\\{\"path\": \"([^\"\\\\]+)\", \"size\": \\d+, \"sha256\": \"[0-9a-f]{64}\"}", Pattern.MULTILINE);

    private ManifestPaths() {}

    static List<String> in(String manifest) {
        List<String> paths = new ArrayList<>();
        Matcher file = FILE.matcher(manifest);
        while (file.find()) {
            String path = file.group(1);
            if (!path.startsWith("/") && !(path + "/").contains("../")) {
                paths.add(path);
            }
        }
        return paths;
    }
}
