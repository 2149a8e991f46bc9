package org.gongkai.feature.description;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gongkai.input.config.FeatureNames;
import org.gongkai.input.config.SiteConfig;
import org.gongkai.io.Digests;
import org.gongkai.io.Json;
import org.gongkai.pipeline.feature.AudienceFeature;
import org.gongkai.pipeline.feature.AudienceFeature.AudienceContext;
import org.gongkai.pipeline.feature.Feature;
import org.gongkai.render.FeaturePages.FeatureContext;
import org.gongkai.site.Item;
import org.gongkai.site.SiteFile;

/** The file in which programs read what a site is, and for whom. */
public final class DescriptionFeature implements AudienceFeature {

    /** Where the file is. */
    public static final String ADDRESS = "site.json";

    private final byte[] text;

    public static Feature feature() {
        return new Feature(FeatureNames.NONE, settings -> DescriptionFeature::new);
    }

    public DescriptionFeature(AudienceContext place) {
        SiteConfig config = place.site().config();
        Map<String, Object> fields = Json.fields(
                "name", config.name(),
                "code", config.branch().code(),
                "unit", config.branch().unit(),
                "url", config.baseUrl(),
                "audience", place.audience().name(),
                "scopes", place.audience().scopes());
        this.text = (Json.indented(fields) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Contribution contribute(FeatureContext context, Function<Item, String> summaries) {
        SiteFile file = SiteFile.of(ADDRESS, SiteFile.NO_TEMPLATE, () -> Digests.sha256(text), () -> text);
        return new Contribution(List.of(), Map.of(), Map::of, List.of(), List.of(file));
    }
}
