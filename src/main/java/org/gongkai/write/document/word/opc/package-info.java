/**
 * Parts of an Office Open XML file as trees of elements, read within limits. Comes in: a file that anybody may have
 * made. Goes out: {@link org.gongkai.write.document.word.opc.XmlElement}s and the bytes of pictures. External parts are
 * never fetched, document types and entities are refused. What a file may have in bytes, parts and compression is the
 * same as for attachments; decompressed parts and elements have limits of their own, because they are held as trees.
 */
package org.gongkai.write.document.word.opc;
