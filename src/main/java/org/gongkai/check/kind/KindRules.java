package org.gongkai.check.kind;

import java.util.List;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.config.Catalogue;

/** The rules that depend on kinds and on the catalogue. */
public final class KindRules {

    private final Catalogue catalogue;

    /**
     * @param catalogue the catalogue of allowed values of 目录项
     */
    public KindRules(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Returns the rules of this group. */
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
