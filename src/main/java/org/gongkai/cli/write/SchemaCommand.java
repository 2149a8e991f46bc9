package org.gongkai.cli.write;

import java.io.IOException;
import org.gongkai.cli.option.ProgramCommand;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.input.entry.schema.KindSchema;
import org.gongkai.pipeline.read.SiteHeaders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema}: prints the JSON Schema with which editors complete and check headers. */
@Command(name = "schema", description = "写出文件头的 JSON Schema，供编辑器补全和检查；站点自己的文种和目录也在里面。")
public final class SchemaCommand extends ProgramCommand {

    @Mixin
    private SiteOption source;

    @Override
    public Integer call() throws IOException {
        SiteHeaders site = SiteHeaders.of(source.request(source.ownRoot()), clock, context.shared());
        terminal.print(
                KindSchema.json(site.kinds(), site.config().data().catalogue().names())
                        .stripTrailing());
        return 0;
    }
}
