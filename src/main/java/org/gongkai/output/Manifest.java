package org.gongkai.output;

import java.util.List;
import java.util.Optional;

/**
 * What an output holds; written as {@code manifest.json} beside it.
 *
 * @param generator name and version of the program
 * @param commit the commit from which it was made, if it was
 * @param asOf the day for which it stands, ISO 8601
 * @param nextChange the next day on which it would change by itself, if any
 * @param files every other file, sorted by path
 */
public record Manifest(
        String generator, Optional<String> commit, String asOf, Optional<String> nextChange, List<OutputFile> files) {

    /** Name of the file. */
    public static final String NAME = "manifest.json";

    /** Name of the file where a project has a file of its own of the usual name. */
    public static final String OTHER_NAME = "gongkai-manifest.json";

    public Manifest {
        files = List.copyOf(files);
    }

    /**
     * One file.
     *
     * @param path address from the root of the site
     * @param size bytes
     * @param sha256 hash of its bytes, 64 hexadecimal digits in lower case
     */
    public record OutputFile(String path, long size, String sha256) {}

    /** The text of the file: one line a file, so that two manifests can be compared by eye. */
    public String json() {
        StringBuilder json = new StringBuilder(files.size() * 140 + 200);
        json.append("{\n\"generator\": ").append(quoted(generator));
        json.append(",\n\"commit\": ").append(commit.map(Manifest::quoted).orElse("null"));
        json.append(",\n\"asOf\": ").append(quoted(asOf));
        json.append(",\n\"nextChange\": ")
                .append(nextChange.map(Manifest::quoted).orElse("null"));
        json.append(",\n\"files\": [");
        String separator = "\n";
        for (OutputFile file : files) {
            json.append(separator)
                    .append("{\"path\": ")
                    .append(quoted(file.path()))
                    .append(", \"size\": ")
                    .append(file.size())
                    .append(", \"sha256\": ")
                    .append(quoted(file.sha256()))
                    .append('}');
            separator = ",\n";
        }
        return json.append("\n]\n}\n").toString();
    }

    private static String quoted(String text) {
        return Json.quoted(text);
    }
}
