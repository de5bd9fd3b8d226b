"""What a PostgreSQL server knows of a desk beyond its tables: logins, roles, rights."""
