package org.gongkai.check.kind;

import java.util.List;
import org.gongkai.check.rule.RuleSet;
import org.gongkai.input.config.Catalogue;
import org.gongkai.input.config.Organisation;

/** The rules that depend on kinds and on the catalogue. */
public final class KindRules {

    private final Catalogue catalogue;
    private final Organisation organisation;

    /**
     * @param catalogue the catalogue of allowed values of 目录项
     * @param organisation the organization of the branch with its 党小组
     */
    public KindRules(Catalogue catalogue, Organisation organisation) {
        this.catalogue = catalogue;
        this.organisation = organisation;
    }

    /** Returns the rules of this group. */
    public RuleSet rules() {
        return new RuleSet(
                List.of(
                        new KindTitleRule(),
                        new RecommendedFieldsRule(),
                        new ExclusionRule(),
                        new CatalogueItemRule(catalogue),
                        new GroupRule(organisation.groups().stream()
                                .map(Organisation.Group::name)
                                .toList())),
                List.of(),
                List.of(),
                List.of());
    }
}
