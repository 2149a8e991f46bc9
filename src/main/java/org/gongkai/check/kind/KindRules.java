package org.gongkai.check.kind;

import java.util.List;
import org.gongkai.check.RuleSet;
import org.gongkai.input.config.Catalogue;

/** The rules that follow from the kinds and from the catalogue. */
public final class KindRules {

    private final Catalogue catalogue;

    /**
     * @param catalogue what entries may name in 目录项
     */
    public KindRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Every rule of this kind. */
    public RuleSet rules() {
        return new RuleSet(
                List.of(
                        new KindTitleRule(),
                        new RecommendedFieldsRule(),
                        new ExclusionRule(),
                        new CatalogueItemRule(catalogue)),
                List.of(),
                List.of(),
                List.of());
    }
}
