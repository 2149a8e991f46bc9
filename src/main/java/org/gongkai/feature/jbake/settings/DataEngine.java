package org.gongkai.feature.jbake.settings;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.apache.commons.io.function.Uncheck;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.parser.MarkupEngine;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/**
 * Replaces JBake's engine for YAML, which lets a file create objects of any class. As in all other files, days and
 * {@code yes} are texts.
 */
public final class DataEngine extends MarkupEngine {

    /** @throws org.snakeyaml.engine.v2.exceptions.YamlEngineException if the file is not YAML */
    @Override
    public DocumentModel parse(JBakeConfiguration config, File file) {
        LoadSettings settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setMaxAliasesForCollections(50)
                .setCodePointLimit(1_000_000)
                .build();
        DocumentModel model = new DocumentModel();
        Object data = new Load(settings).loadFromString(Uncheck.get(() -> Files.readString(file.toPath())));
        if (data instanceof Map<?, ?> map) {
            map.forEach((key, value) -> model.put(String.valueOf(key), value));
        } else if (data instanceof List<?> list) {
            model.put("data", list);
        }
        return model;
    }
}
