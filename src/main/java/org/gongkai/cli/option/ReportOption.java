package org.gongkai.cli.option;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The option of a command that reports: text for a person, or JSON for a program. */
@Command
public final class ReportOption {

    private enum Format {
        text,
        json
    }

    @Option(names = "--format", paramLabel = "text|json", defaultValue = "text", description = "结果写成文字还是 JSON")
    private Format format;

    @Option(names = "--json", description = "结果写成 JSON，同 --format json")
    private boolean json;

    public boolean isJson() {
        return json || format == Format.json;
    }
}
