/**
 * A JSON schema of entry headers for editors. Input: the kinds of a site. Output: the text of the schema. Independent
 * of entries.
 */
package org.gongkai.input.entry.schema;
