/** Who may open which page and which path of the engine: one table, all roles. */
package school.chancery.authorization;
