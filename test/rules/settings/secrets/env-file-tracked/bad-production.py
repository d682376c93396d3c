#- .gitignore
.env
#- deploy/.env.production
export DATABASE_URL=postgres://shop:Wq92kd83@db.example.org/shop
#      ^^^^^^^^^^^^ secrets/env-file-tracked: `.env.production` gives `DATABASE_URL` a value, and no `.gitignore` covers it.
