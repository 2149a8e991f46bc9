package org.gongkai.cli.write;

import java.io.IOException;
import java.util.Map;
import org.gongkai.cli.option.ReportingCommand;
import org.gongkai.cli.option.SiteOption;
import org.gongkai.input.entry.schema.KindSchema;
import org.gongkai.io.Json;
import org.gongkai.pipeline.read.SiteHeaders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code schema}: prints the JSON Schema with which editors complete and check headers. */
@Command(name = "schema", description = "写出文件头的 JSON Schema，供编辑器补全和检查；站点自己的文种和目录也在里面。")
public final class SchemaCommand extends ReportingCommand {

    @Mixin
    private SiteOption source;

    @Override
    protected int run() throws IOException {
        SiteHeaders site = SiteHeaders.of(source.request(source.ownRoot()), clock, context.shared());
        Map<String, Object> schema =
                new KindSchema(site.kinds(), site.config().data().catalogue().names()).schema();
        result(schema);
        terminal.print(Json.indented(schema));
        return 0;
    }
}
