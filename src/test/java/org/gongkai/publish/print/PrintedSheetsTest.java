package org.gongkai.publish.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDStructureElementNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDNumberTreeNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDParentTreeValue;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.gongkai.testing.FolderFixture;
import org.junit.jupiter.api.Test;

class PrintedSheetsTest extends FolderFixture {

    private static final COSName HEADERS = COSName.getPDFName("Headers");

    /** A file as browsers write it: the cells of a table name their heads. */
    private Path table(String file, String... heads) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            page.setStructParents(0);
            document.addPage(page);
            PDStructureTreeRoot root = new PDStructureTreeRoot();
            document.getDocumentCatalog().setStructureTreeRoot(root);
            PDStructureElement table = new PDStructureElement("Table", root);
            root.appendKid(table);
            Map<String, PDStructureElement> named = new TreeMap<>();
            for (String head : heads) {
                PDStructureElement cell = new PDStructureElement("TH", table);
                cell.setElementIdentifier(head);
                table.appendKid(cell);
                named.put(head, cell);
            }
            for (String head : heads) {
                COSArray headers = new COSArray();
                headers.add(new COSString(head));
                COSDictionary attribute = new COSDictionary();
                attribute.setItem(HEADERS, headers);
                COSArray attributes = new COSArray();
                attributes.add(attribute);
                PDStructureElement cell = new PDStructureElement("TD", table);
                cell.getCOSObject().setItem(COSName.A, attributes);
                table.appendKid(cell);
            }
            PDStructureElementNameTreeNode tree = new PDStructureElementNameTreeNode();
            tree.setNames(named);
            root.setIDTree(tree);
            // Without what is on the page, PDFBox drops the elements.
            PDNumberTreeNode parents = new PDNumberTreeNode(PDParentTreeValue.class);
            COSArray shown = new COSArray(List.of(COSInteger.ZERO, new COSArray(List.of(table.getCOSObject()))));
            parents.getCOSObject().setItem(COSName.NUMS, shown);
            root.setParentTree(parents);
            root.setParentTreeNextKey(1);
            document.save(folder.resolve(file).toFile());
        }
        return folder.resolve(file);
    }

    private byte[] joined(Path... printed) throws IOException {
        Path target = folder.resolve("joined.pdf");
        PrintedSheets.join(List.of(printed), "表", target);
        return Files.readAllBytes(target);
    }

    @Test
    void doesNotShowHowTheBrowserNamedItsElements() throws IOException {
        byte[] first = joined(table("a", "node00000020", "node00000021"), table("b", "node00000007"));

        assertThat(joined(table("c", "node00000025", "node00000003"), table("d", "node00000025")))
                .isEqualTo(first);
    }

    @Test
    void theCellsOfEachFileNameTheirOwnHeads() throws IOException {
        try (PDDocument all = Loader.loadPDF(joined(table("a", "node1", "node2"), table("b", "node1")))) {
            List<String> heads = new ArrayList<>();
            collect(all.getDocumentCatalog().getStructureTreeRoot(), heads);
            assertThat(heads)
                    .containsExactly(
                            "e00000001", "e00000002", "of e00000001", "of e00000002", "e00000003", "of e00000003");
            assertThat(all.getDocumentCatalog()
                            .getStructureTreeRoot()
                            .getIDTree()
                            .getNames())
                    .containsOnlyKeys("e00000001", "e00000002", "e00000003");
        }
    }

    private static void collect(PDStructureNode node, List<String> heads) {
        for (Object kid : node.getKids()) {
            PDStructureElement element = (PDStructureElement) kid;
            if (element.getElementIdentifier() != null) {
                heads.add(element.getElementIdentifier());
            }
            COSArray attributes = element.getCOSObject().getCOSArray(COSName.A);
            if (attributes != null) {
                COSArray headers = ((COSDictionary) attributes.getObject(0)).getCOSArray(HEADERS);
                heads.add("of " + headers.getString(0));
            }
            collect(element, heads);
        }
    }
}
