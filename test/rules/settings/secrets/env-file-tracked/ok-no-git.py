#- .env
SMS_API_KEY=b81fa77c20e94d6fa3c65d0b
