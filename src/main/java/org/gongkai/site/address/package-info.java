/** What is where: slugs, addresses of entries, and those that they had before. */
package org.gongkai.site.address;
