/** How an entry is recognised in any release: short hashes of file, number, title and text. */
package org.gongkai.site.identity;
